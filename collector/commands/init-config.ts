import { stringify } from 'yaml';
import type { HomePage } from './home-page.ts';

/** What a brand.yml is to say, as somebody or the flags answered. */
export type Answers = {
  name: string;
  id: string;
  /** Other ways in which people write the name. */
  also: string[];
  context: string[];
  none: string[];
  competitors: string[];
  articles: string[];
  zone: string;
  locale: string;
  contact?: string;
  sources: Proposal[];
};

/** A source that could be read, and why. */
export type Proposal = {
  settings: { id: string; type: string; group?: string } & Record<string, unknown>;
  /** What it gives, for the comment beside it and the question. */
  why: string;
  /** Taken unless somebody says no. */
  picked: boolean;
};

const longestId = 40;

/** Letters of other scripts and signs leave nothing: such a name needs an id of its own. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-+|-+$/g, '');

/** Ids that are not taken yet: `paper`, `paper-2` … */
export function freshId(wanted: string, taken: Set<string>): string {
  const base = idOf(wanted) || 'source';
  for (let at = 1; ; at++) {
    const end = at === 1 ? '' : `-${at}`;
    const id = `${base.slice(0, longestId - end.length)}${end}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** Where a brand is likely spoken of: what its home page leads to, then what covers the public web. */
export function propose(
  page: HomePage | undefined,
  feeds: readonly { url: string; title: string; own: boolean }[],
  types: readonly string[],
  articles: readonly string[],
  brand: string,
): Proposal[] {
  const proposals: Proposal[] = [];
  const taken = new Set<string>();
  const add = (
    wanted: string,
    type: string,
    settings: Record<string, unknown>,
    why: string,
    picked: boolean,
  ) => {
    if (types.includes(type))
      proposals.push({ settings: { id: freshId(wanted, taken), type, ...settings }, why, picked });
  };
  for (const { url, title, own } of feeds) {
    const place = new URL(url);
    const group = own ? (/forum|communit|discourse/i.test(url) ? 'forum' : 'own') : 'news';
    const why = own
      ? group === 'own'
        ? `${title || 'a feed of your own site'}: what you say yourself, in a group apart that weighs nothing in share of voice`
        : `${title || 'your own forum'}`
      : title || 'a feed that you named';
    add(`${place.hostname.replace(/^www\./, '')}${place.pathname}`, 'feed', { url, group }, why, true);
  }
  add('news', 'gdelt', {}, 'news of the world in many languages, titles only, by the GDELT Project', true);
  add('hacker-news', 'hacker-news', {}, 'stories and comments of Hacker News', true);
  add('lemmy', 'lemmy', { instance: 'lemmy.world' }, 'posts and comments of a public forum', true);
  add(
    'stack-exchange',
    'stack-exchange',
    { sites: ['stackoverflow'] },
    'questions of developers, titles only',
    false,
  );
  add(
    'github',
    'github',
    {},
    'issues and discussions on GitHub that name you',
    (page?.github.length ?? 0) > 0,
  );
  for (const app of page?.steam ?? [])
    add(`steam-${app}`, 'steam', { app: Number(app), brand }, 'reviews on Steam', true);
  if (articles.length > 0)
    add('wikipedia', 'wikipedia-views', {}, 'how often your articles on Wikipedia are read', true);
  return proposals;
}

/** One value in YAML's short form, on one line, quoted where it must be. */
const inline = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();

/** A comment can't hold a line end: what follows would be read as config. */
const comment = (text: string): string => text.replace(/\s+/g, ' ').trim();

const reviewsByHand = `# Reviews of your own app come best by the official ways, with keys among the repository's secrets; data/README.md says which:
#   - { id: app-reviews, type: app-store-connect, app: 123456789, brand: BRAND, accept: it is our own app }
#   - { id: play-reviews, type: google-play, app: com.example.app, brand: BRAND, accept: it is our own app }
# Reviews that you exported from Trustpilot, G2 or elsewhere: npm run -s earshot -- import, with the file in inbox/
#   - { id: reviews-export, type: import, file: inbox/reviews.csv, brand: BRAND, columns: { text: Review, rating: Stars, date: Date, id: Id } }`;

/** A commented brand.yml. Whatever the answers hold, it stays a value: nothing of them can become a key or a line. */
export function writeConfig(answers: Answers): string {
  const { name, id, also, context, none, competitors, articles, zone, locale, contact } = answers;
  const brand = [
    `  id: ${inline(id)}   # short name in the data files; choose it once`,
    `  name: ${inline(name)}   # as people write it`,
    also.length > 0
      ? `  any: ${inline([name, ...also])}   # at least one of these`
      : `  # any: ${inline([name])}   # other ways to write it: at least one of these`,
    context.length > 0
      ? `  context: ${inline(context)}   # and at least one of these in the same text, since the name may mean other things`
      : '  # context: [coffee, roastery]   # if the name may mean other things: at least one of these in the same text',
    none.length > 0
      ? `  none: ${inline(none)}   # and none of these`
      : '  # none: [airline]   # and none of these',
    '  # match: \'"northwind coffee" OR (northwind NEAR/5 (coffee OR roastery))\'   # or a whole query: AND, OR, NOT, NEAR/n, "phrases"',
    articles.length > 0
      ? `  articles: ${inline(articles)}   # Wikipedia articles whose views are counted`
      : '  # articles: [en.wikipedia.org/Name]   # Wikipedia articles whose views are counted',
  ];
  const taken = new Set([id]);
  const rivals = competitors.map(
    (rival) => `  - ${inline({ id: freshId(rival, taken), name: rival, any: [rival] })}`,
  );
  const sources = answers.sources.map(({ settings, why }) => `  - ${inline(settings)}   # ${comment(why)}`);
  const groups = [...new Set(answers.sources.map(({ settings }) => settings.group))];
  return `${[
    '# yaml-language-server: $schema=./data/brand.schema.json',
    '#',
    '# This is the one file that a team edits. It is yours, with the folders brand/ and data/: an upgrade never changes them.',
    '# Every key is explained in data/README.md; a mistake is reported with its line. `npm run -s earshot -- doctor` checks it all.',
    '',
    'brand:',
    ...brand,
    '',
    '# The panel of share of voice. A change restarts that series with a visible break.',
    ...(rivals.length > 0
      ? ['competitors:', ...rivals]
      : ['# competitors:', '#   - { id: southwind, name: Southwind Roasters, any: [Southwind Roasters] }']),
    '',
    '# What is read every night. `npm run -s earshot -- try <id>` shows what one of them gives.',
    ...(sources.length > 0 ? ['sources:', ...sources] : ['# sources:']),
    reviewsByHand.replaceAll('BRAND', id),
    '# Reddit, YouTube, Google News, Trustpilot and others do not allow to be read so; the Coverage page quotes them.',
    '',
    ...(groups.includes('own')
      ? [
          '# Fixed shares of the groups in share of voice: what you say yourself counts for nothing there.',
          'groups: { news: 1, forum: 1, reviews: 1, own: 0 }',
          '',
        ]
      : [
          '# groups: { news: 1, forum: 1, reviews: 1 }   # fixed shares of the groups in share of voice; equal when left out',
          '',
        ]),
    '# themes:                       # more words for shipped themes, or themes of your own',
    '#   - { id: delivery, words: [courier, parcel] }',
    '# events:                       # drawn on the charts',
    '#   - { date: 2026-09-14, name: Autumn campaign, figure: awareness }',
    '',
    `time: ${inline({ zone, locale })}`,
    "# site: { url: https://acme.github.io/earshot, logo: brand/logo.svg, colour: '#7a4b2a' }",
    contact
      ? `privacy: ${inline({ contact })}   # shown on every page, for whoever wants a mention removed`
      : '# privacy: { contact: privacy@example.com }   # shown on every page, for whoever wants a mention removed',
  ].join('\n')}\n`;
}
