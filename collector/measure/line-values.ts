import type { Mention, Score } from '#contract';
import type { Judged, Said } from '../types.ts';
import { idHalves } from './id-numbers.ts';

/** What figures need of a line, whether it comes as it is stored or in columns. */
export function saidBy(line: Mention | Said): Said {
  if ('idHigh' in line) return line;
  const [idHigh, idLow] = idHalves(line.id);
  const [docHigh, docLow] = idHalves(line.doc);
  const { brand, source, group, site, url: origin, rating } = line;
  return {
    idHigh,
    idLow,
    docHigh,
    docLow,
    brand,
    source,
    group,
    site,
    origin,
    publishedAt: Date.parse(line.publishedAt),
    firstSeenAt: Date.parse(line.firstSeenAt),
    rating,
    version: line.version ?? null,
    length: Math.max(line.title.length, line.excerpt.length),
  };
}

export function judgedBy(line: Score | Judged): Judged {
  if ('idHigh' in line) return line;
  const [idHigh, idLow] = idHalves(line.id);
  const [storyHigh, storyLow] = idHalves(line.story);
  const { brand, lang, relevant, tone, themes, intents, by } = line;
  return { idHigh, idLow, brand, storyHigh, storyLow, lang, relevant, tone, themes, intents, by };
}
