/** A data folder with as many invented mentions as asked for, judged as richly as real ones, for measuring the site with. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Intent, intents, type Mention, type Score, type ToneLabel } from '#contract';
import { chance, madeBrands, madeNight, madeSources } from './made-history.ts';

const dayMs = 86_400_000;
const nightsOfSite = 540;
/** Of sources that search many sites, as news indexes do. */
const indexes = 8;
const sitesOfIndexes = 2_000;
const langs = ['de', 'fr', 'es', 'ja', 'pt', 'it', 'und'] as const;
const themes = [
  'shops',
  'beans',
  'quality',
  'price',
  'people',
  'app',
  'subscription',
  'checkout',
  'delivery',
  'support',
  'innovation',
  'loyalty',
  'trust',
  'sustainability',
  'comparison',
  'waiting',
  'returns',
  'reliability',
  'design',
  'billing',
];
const toneLabels = ['negative', 'neutral', 'neutral', 'neutral', 'positive', 'positive'] as const;

const list = <T>(pick: () => number, all: readonly T[]): T => all[Math.floor(pick() * all.length)] as T;
/** Often the first of a list, ever less often those after it. */
const early = <T>(pick: () => number, all: readonly T[]): T => all[Math.floor(all.length ** pick() - 1)] as T;
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

function judged(pick: () => number, score: Score, mention: Mention): Score {
  const lang = pick() < 0.85 ? 'en' : list(pick, langs);
  const label: ToneLabel = lang === 'ja' || lang === 'und' ? 'unscored' : list(pick, toneLabels);
  const best = thousandths(0.4 + 0.6 * pick());
  const rest = thousandths((1 - best) * pick());
  const others = [rest, thousandths(1 - best - rest)];
  const at = ['negative', 'neutral', 'positive'].indexOf(label);
  const p = [0, 1, 2].map((tone) => (tone === at ? best : (others.pop() ?? 0))) as [number, number, number];
  const held = new Set(Array.from({ length: Math.floor(4 * pick() ** 1.5) }, () => early(pick, themes)));
  const said = pick() < 0.23 ? [early(pick, intents as readonly Intent[])] : [];
  const conflict = label === 'negative' && mention.rating?.value === 5;
  return {
    ...score,
    lang,
    tone: { label, p: label === 'unscored' ? null : p },
    ...(conflict ? { ratingConflict: true as const } : {}),
    themes: [...held].map((id) => ({ id, tone: pick() < 0.7 ? label : list(pick, toneLabels) })),
    intents: said,
    by: 'tone@2.2.0',
  };
}

/** Writes `brand.yml` and the lines of `count` mentions beside it; gives the two places and the night they end with. */
export function writeMadeSite(dir: string, count: number, end = '2026-11-22') {
  const data = join(dir, 'data');
  for (const folder of ['mentions', 'scores', 'runs']) mkdirSync(join(data, folder), { recursive: true });
  const pick = chance(4_242);
  const last = Date.parse(end) / dayMs;
  const recent: string[] = [];
  for (let night = 0, made = 0; made < count; night++) {
    const wanted = Math.min(count - made, Math.ceil((count - made) / Math.max(1, nightsOfSite - night)));
    const { mentions, scores, runs } = madeNight(last - nightsOfSite + night, wanted);
    made += wanted;
    const month = new Date((last - nightsOfSite + night) * dayMs).toISOString().slice(0, 7);
    const facts = new Map<string, Mention>();
    const write = (folder: string, lines: readonly object[]) =>
      appendFileSync(
        join(data, folder, `${month}.jsonl`),
        lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
      );
    write(
      'mentions',
      mentions.map((mention) => {
        const ofIndex = Number(mention.source.slice(-2)) < indexes;
        const site = `site-${Math.floor(sitesOfIndexes ** pick())}.example`;
        const line: Mention = {
          ...mention,
          ...(ofIndex ? { site, url: mention.url?.replace(mention.site, site) ?? null } : {}),
          ...(mention.group === 'reviews' ? { rating: { value: 1 + Math.floor(5 * pick()), of: 5 } } : {}),
        };
        facts.set(`${mention.id} ${mention.brand}`, line);
        return line;
      }),
    );
    write(
      'scores',
      scores.map((score) => {
        const line = judged(pick, score, facts.get(`${score.id} ${score.brand}`) as Mention);
        const story = pick() < 0.15 ? (recent[Math.floor(pick() * recent.length)] ?? line.story) : line.story;
        recent.push(line.story);
        if (recent.length > wanted * 4) recent.shift();
        return { ...line, story };
      }),
    );
    write('runs', runs);
  }
  const [brand, ...competitors] = Object.entries(madeBrands).map(
    ([id, name]) => `{ id: ${id}, name: ${name} }`,
  );
  const sources = Array.from({ length: madeSources }, (_, at) => {
    const id = `source-${String(at).padStart(2, '0')}`;
    return `  - { id: ${id}, type: feed, url: 'https://${id}.example/feed.xml' }\n`;
  });
  const rivals = competitors.map((one) => `  - ${one}\n`).join('');
  const config = join(dir, 'brand.yml');
  writeFileSync(
    config,
    `brand: ${brand}\ncompetitors:\n${rivals}sources:\n${sources.join('')}segments:\n  - { id: trade, name: The trade, sources: [source-01, source-02] }\n  - { id: shops, words: [shop, queue] }\n`,
  );
  return { config, data, now: `${end}T05:00:00Z` };
}
