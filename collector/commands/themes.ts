import { type Mention, mentionKey, type Score, type ToneLabel, toneLabels } from '#contract';
import { scorerFor, textOf } from '../enrich/enrich.ts';
import { namesOf } from '../enrich/names.ts';
import { type Candidate, fewestUntold, findCandidates, type Told } from '../enrich/themes/candidates.ts';
import { themeHearer } from '../enrich/themes/hear-themes.ts';
import { themesOf } from '../enrich/themes/themes-of.ts';
import { namesBlanked, namingFinder } from '../enrich/themes/whose.ts';
import { openStore } from '../store/open-store.ts';
import { count } from './query-report.ts';
import { type CommonOptions, readSetting } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

export type ThemesOptions = CommonOptions & { days: number; brand?: string; least: number; most: number };

/** What `earshot themes` tells, as `--json` prints it. */
export type ThemesReport = {
  brand: string;
  from: string;
  to: string;
  stories: number;
  /** Stories under no theme. */
  untold: number;
  themes: ({
    id: string;
    name: string;
    lens: string | null;
    touchpoint: string | null;
    stories: number;
  } & Record<ToneLabel, number>)[];
  candidates: Candidate[];
  /** Why there are no candidates, where there are none. */
  why: string | null;
  /** Scores whose stored themes are others than those of today's config. */
  stale: number;
};

const dayMs = 86_400_000;
const leastSites = 2;

/** `earshot themes`: what falls under each theme by today's words, and what falls under none. Writes nothing. */
export async function themesCommand(options: ThemesOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const { config, now } = setting;
  const brands = [config.brand, ...config.competitors];
  const brand = brands.find(({ id }) => id === (options.brand ?? config.brand.id));
  if (brand === undefined)
    throw new CommandError(
      `no brand has the id "${options.brand}"; there are: ${brands.map(({ id }) => id).join(', ')}`,
    );
  const from = new Date(now.getTime() - options.days * dayMs).toISOString();
  const store = openStore(setting.dataDir);
  const scores = new Map(store.readScores(from.slice(0, 7)).lines.map((score) => [mentionKey(score), score]));
  const stories = new Map<string, { mention: Mention; score: Score }>();
  for (const mention of store.readMentions(from.slice(0, 7)).lines) {
    const score = scores.get(mentionKey(mention));
    if (mention.brand !== brand.id || !score?.relevant || stories.has(score.story)) continue;
    if (mention.publishedAt >= from && mention.publishedAt <= now.toISOString())
      stories.set(score.story, { mention, score });
  }

  const hear = themeHearer(config, scorerFor(config));
  const names = brands.flatMap(namesOf);
  const context = { brand: namesOf(brand), others: names, group: 'any' };
  const findNames = namingFinder(brands);
  // Whole names are blanked in the texts; by its first word alone a brand is often called too.
  const called = new Set(names.map((name) => name.toLowerCase().split(/\s+/)[0] ?? name));
  const heard = new Map<string, ThemesReport['themes'][number]>(
    themesOf(config).map(({ id, name, lens = null, touchpoint = null }) => [
      id,
      {
        id,
        name,
        lens,
        touchpoint,
        stories: 0,
        ...(Object.fromEntries(toneLabels.map((label) => [label, 0])) as Record<ToneLabel, number>),
      },
    ]),
  );
  const told: Told[] = [];
  let stale = 0;
  for (const { mention, score } of stories.values()) {
    const text = textOf(mention).normalize('NFC');
    const themes = hear(text, brand.id, { ...context, lang: score.lang });
    if (themes.map(({ id }) => id).join() !== score.themes.map(({ id }) => id).join()) stale += 1;
    for (const { id, tone } of themes) {
      const row = heard.get(id);
      if (row === undefined) continue;
      row.stories += 1;
      row[tone] += 1;
    }
    told.push({
      text: namesBlanked(text, findNames(text)),
      title: mention.title === '' ? mention.excerpt : mention.title,
      site: mention.site,
      lang: score.lang,
      themed: themes.length > 0,
    });
  }

  const untold = told.filter(({ themed }) => !themed).length;
  const candidates = findCandidates(told, {
    leastStories: options.least,
    leastSites,
    most: Number.POSITIVE_INFINITY,
  })
    .filter(({ term }) => !term.split(' ').some((word) => called.has(word)))
    .slice(0, options.most);
  const report: ThemesReport = {
    brand: brand.id,
    from: from.slice(0, 10),
    to: now.toISOString().slice(0, 10),
    stories: told.length,
    untold,
    themes: Array.from(heard.values()).sort((a, b) => b.stories - a.stories || (a.id < b.id ? -1 : 1)),
    candidates,
    why: candidates.length > 0 ? null : whyNone(told, options),
    stale,
  };
  for (const line of inWords(report)) world.err(plainLine(line));
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  return 0;
}

function whyNone(told: readonly Told[], { least }: ThemesOptions): string {
  const languages = Map.groupBy(
    told.filter(({ themed }) => !themed),
    ({ lang }) => lang,
  );
  const largest = Math.max(0, ...Array.from(languages.values(), ({ length }) => length));
  return largest < fewestUntold
    ? `too little data: of no language are there ${fewestUntold} stories without a theme`
    : `nothing is said in ${least} stories without a theme, from ${leastSites} sites, that is not said as much in those with one`;
}

function inWords({
  brand,
  from,
  to,
  stories,
  untold,
  themes,
  candidates,
  why,
  stale,
}: ThemesReport): string[] {
  const share = stories === 0 ? '' : `, ${Math.round((100 * untold) / stories)}%`;
  const lines = [`${brand}, ${from} to ${to}: ${storiesOf(stories)}, ${untold} under no theme${share}`];
  const shown = themes.filter((theme) => theme.stories > 0);
  const width = Math.max(0, ...shown.map(({ id }) => id.length));
  for (const theme of shown)
    lines.push(
      `  ${theme.id.padEnd(width)} ${String(theme.stories).padStart(5)}   ${theme.negative} negative, ${theme.neutral} neutral, ${theme.positive} positive${theme.unscored > 0 ? `, ${theme.unscored} unscored` : ''}`,
    );
  const silent = themes.filter((theme) => theme.stories === 0).map(({ id }) => id);
  if (silent.length > 0 && stories > 0) lines.push(`  none: ${silent.join(', ')}`);
  if (stale > 0)
    lines.push(
      `${count(stale, 'score')} stored with other themes than today's words give: see what \`npm run -s earshot -- replay --dry-run\` would change`,
    );
  if (why !== null) return [...lines, `No candidates: ${why}.`];
  lines.push('Said where no theme is found, most telling first:');
  for (const { term, lang, stories: times, themed, sites, samples } of candidates) {
    lines.push(
      `  ${term} (${lang}): ${storiesOf(times)} from ${count(sites, 'site')}, ${themed} with a theme`,
    );
    for (const sample of samples) lines.push(`      ${sample}`);
  }
  const [first] = candidates;
  if (first)
    lines.push(
      'To count one, write it into brand.yml under the theme that it is about, one of the above or your own, then `npm run -s earshot -- replay`:',
      'themes:',
      `  - { id: the-theme-you-choose, words: [${inYaml(first.term)}] }`,
    );
  return lines;
}

const storiesOf = (number: number): string => `${number} ${number === 1 ? 'story' : 'stories'}`;
const inYaml = (term: string): string => (/^[\p{L}\p{N} ]+$/u.test(term) ? term : JSON.stringify(term));
