/** A long history of five brands, for the bench of measuring: mentions and scores as varied as real ones, in files as the store writes them. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Intent, intents, type Mention, type Score } from '#contract';
import { chance, madeNight, madeSources } from './made-history.ts';

const dayMs = 86_400_000;
const brands = ['saltmarsh', 'bluebird', 'harbour', 'kettleby', 'tamarisk'];
const themes = 'service price taste delivery shops app people checkout packaging support'.split(' ');
const labels = ['negative', 'neutral', 'positive'] as const;
/** As the store does: a month goes on in another part, since GitHub warns at 50 MB. */
const mostBytes = 45_000_000;

const panelConfig = [
  'brand: { id: saltmarsh, name: Saltmarsh Bakery }',
  'competitors:',
  ...brands.slice(1).map((id) => `  - { id: ${id}, name: ${id[0]?.toUpperCase()}${id.slice(1)} Roasters }`),
  'sources:',
  ...Array.from({ length: madeSources }, (_, at) => {
    const id = `source-${String(at).padStart(2, '0')}`;
    return `  - { id: ${id}, type: feed, url: ${id}.xml }`;
  }),
  'themes:',
  ...themes.map((id) => `  - { id: ${id}, name: ${id}, words: [${id}] }`),
  '',
].join('\n');

/** What a night says, told of five brands: a sixth are copies, reviews carry stars, and scores state probabilities. */
function panelNight(day: number, count: number): { mentions: Mention[]; scores: Score[]; runs: unknown[] } {
  const { mentions, scores, runs } = madeNight(day, count);
  const pick = chance(day * 31 + 7);
  const of = <T>(list: readonly T[]): T => list[Math.floor(pick() * list.length)] as T;
  const brandOf = new Map<string, string>();
  const storyOf = new Map<string, string>();
  let before: Mention | undefined;
  const told = mentions.map((mention): Mention => {
    const brand = of(brands);
    const isCopy = before !== undefined && pick() < 1 / 6;
    brandOf.set(mention.id, isCopy ? ((before as Mention).brand ?? brand) : brand);
    storyOf.set(mention.id, isCopy ? (storyOf.get((before as Mention).id) as string) : mention.doc);
    const rating =
      mention.group === 'reviews' ? { rating: { value: 1 + Math.floor(pick() * 5), of: 5 } } : {};
    before = { ...mention, brand: brandOf.get(mention.id) ?? brand, ...rating };
    return before;
  });
  const judged = scores.map((score): Score => {
    const weights = [pick(), pick(), pick()];
    const sum = weights.reduce((a, b) => a + b, 0);
    const p = weights.map((weight) => Math.round((1000 * weight) / sum) / 1000) as [number, number, number];
    const label = labels[p.indexOf(Math.max(...p))] ?? 'neutral';
    const said = new Set(Array.from({ length: Math.floor(pick() * 3) }, () => of(themes)));
    const meant: Intent[] = pick() < 0.2 ? [of(intents)] : [];
    return {
      ...score,
      brand: brandOf.get(score.id) ?? score.brand,
      story: storyOf.get(score.id) ?? score.story,
      tone: { label, p },
      themes: [...said].sort().map((id) => ({ id, tone: of(labels) })),
      intents: meant,
      by: 'tone@2.2.0',
    };
  });
  return { mentions: told, scores: judged, runs };
}

/**
 * Writes so many mentions of so many days that end the night before `end`, with their scores and the ledger, and a brand.yml beside
 * `data`: all but the last night, which is written when what it gives is called.
 */
export function writePanel(project: string, count: number, days: number, end: number): () => void {
  const dir = join(project, 'data');
  for (const folder of ['mentions', 'scores', 'runs']) mkdirSync(join(dir, folder), { recursive: true });
  const files = new Map<string, { path: string; bytes: number; part: number }>();
  const writeNight = (day: number): void => {
    const nth = day - (end - days);
    const tonight = Math.floor(((nth + 1) * count) / days) - Math.floor((nth * count) / days);
    const night = panelNight(day, tonight);
    const month = new Date(day * dayMs).toISOString().slice(0, 7);
    for (const folder of ['mentions', 'scores', 'runs'] as const) {
      const text = night[folder].map((line) => `${JSON.stringify(line)}\n`).join('');
      const bytes = Buffer.byteLength(text);
      const key = `${folder}/${month}`;
      const known = files.get(key) ?? { path: join(dir, `${key}.jsonl`), bytes: 0, part: 1 };
      if (known.bytes + bytes > mostBytes) {
        known.part += 1;
        known.bytes = 0;
        known.path = join(dir, `${key}.${known.part}.jsonl`);
      }
      files.set(key, { ...known, bytes: known.bytes + bytes });
      appendFileSync(known.path, text);
    }
  };
  for (let day = end - days; day < end - 1; day++) writeNight(day);
  writeFileSync(join(project, 'brand.yml'), panelConfig);
  return () => writeNight(end - 1);
}
