import type { About, Config, Mention, Run, Score } from '#contract';
import { dayName } from './calendar.ts';
import type { MeasureInput } from './facts.ts';

/** Small invented worlds for the tests of this folder: lines with as little said as each test needs. */

const config: Config = {
  brand: { id: 'northwind', name: 'Northwind Coffee' },
  competitors: [],
  sources: [],
  groups: {},
  themes: [],
  words: {},
  segments: [],
  events: [],
  actions: [],
  surveys: [],
  time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' },
  site: { colour: '#0f6b6b', index: false },
  privacy: { excerpt: {} },
  network: { http: [], robots: {} },
};

export const bluebird = { id: 'bluebird', name: 'Bluebird Roasters' };

export const configWith = (parts: Partial<Config>): Config => ({ ...config, ...parts });

export const source = (
  id: string,
  parts: Partial<About['sources'][number]> = {},
): About['sources'][number] => ({ id, type: 'feed', group: 'news', label: id, planned: true, ...parts });

let made = 0;
const hash = (): string => (made++).toString(16).padStart(16, '0');

export type Said = Partial<Mention> & {
  tone?: Score['tone']['label'];
  lang?: string;
  story?: string;
  intents?: Score['intents'];
  themes?: Score['themes'];
  relevant?: boolean;
  /** False leaves the line of judgement out. */
  scored?: boolean;
};

/** A mention and its score; every one is a story of its own unless `story` says otherwise. */
export function said(at: string, parts: Said = {}): { mention: Mention; score: Score | null } {
  const {
    tone = 'neutral',
    lang = 'en',
    story,
    intents = [],
    themes = [],
    relevant = true,
    scored = true,
    ...mentionParts
  } = parts;
  const id = hash();
  const publishedAt = at.includes('T') ? at : `${at}T12:00:00Z`;
  const mention: Mention = {
    v: 1,
    id,
    doc: id,
    brand: 'northwind',
    source: 'paper',
    group: 'news',
    site: 'paper.example',
    url: null,
    title: '',
    excerpt: '',
    publishedAt,
    firstSeenAt: publishedAt,
    ...mentionParts,
  };
  if (!scored) return { mention, score: null };
  const score: Score = {
    id: mention.id,
    brand: mention.brand,
    story: story ?? mention.doc,
    lang,
    relevant,
    tone: { label: tone, p: null },
    themes,
    intents,
    by: 'words@1',
    config: 'c',
  };
  return { mention, score };
}

const dayMs = 86_400_000;

/**
 * The ledger of a source read every night at 05:00 UTC, so that the days `from` to `to` are covered but for those in
 * `dark`. With `installed`, nights before it were not attempted: its first run finds what the source still held.
 */
export function nightly(
  id: string,
  from: string,
  to: string,
  { dark = [], installed = from }: { dark?: readonly string[]; installed?: string } = {},
): Run[] {
  const runs: Run[] = [];
  const base = { source: id, read: 0, kept: 0, edited: 0, dropped: {}, bytes: 0 };
  const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  const last = Date.parse(`${to}T05:00:00Z`) + dayMs;
  const isDark = new Set(dark);
  let coveredTo = Date.parse(`${from}T00:00:00Z`);
  for (let at = Date.parse(`${installed}T05:00:00Z`); at <= last; at += dayMs) {
    const yesterday = dayName(Math.floor(at / dayMs) - 1);
    if (isDark.has(yesterday)) {
      runs.push({ ...base, at: iso(at), status: 'failed', reason: 'timeout' });
      coveredTo = Math.floor(at / dayMs) * dayMs;
      continue;
    }
    runs.push({ ...base, at: iso(at), status: 'ok', coversFrom: iso(coveredTo), coversTo: iso(at) });
    coveredTo = at;
  }
  return runs;
}

type World = Partial<Omit<MeasureInput, 'now' | 'mentions' | 'scores'>> & {
  said?: readonly ReturnType<typeof said>[];
  now: string;
};

/** All that `measure` takes, from what was said and the ledger. */
export function world({ said: lines = [], now, ...parts }: World): MeasureInput & {
  mentions: Mention[];
  scores: Score[];
} {
  return {
    config,
    demo: false,
    sources: [source('paper')],
    themes: [],
    runs: [],
    published: [],
    configHash: 'c',
    commit: null,
    repository: null,
    ...parts,
    mentions: lines.map((line) => line.mention),
    scores: lines.flatMap((line) => line.score ?? []),
    now: new Date(now),
  };
}

/** Days from `from` to `to`, both included, as names. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) days.push(dayName(at / dayMs));
  return days;
}

export { seeded } from './seeded.ts';

/** A draw from a Poisson distribution (Knuth's product of uniforms). */
export function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count++;
  }
  return count;
}
