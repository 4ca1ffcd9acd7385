import type { Intent, ToneLabel } from '#contract';
import type { FacetKey } from './view/facets.ts';
import type { Sort } from './view/filter.ts';

/** The words of mentions and of their explorer: apart from the others, since scripts in the browser need them too. */

export const toneWords = {
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  unscored: 'unscored',
} satisfies Record<ToneLabel, string>;

export const intentsWords = {
  recommend: 'recommends',
  warn: 'warns',
  stay: 'stays',
  leave: 'leaves',
  join: 'joins',
  complain: 'complains',
  suggest: 'suggests',
  praise: 'praises',
  ask: 'asks',
  compare: 'compares',
} satisfies Record<Intent, string>;

export const judgedWords = {
  sure: (share: string) => `${share} sure`,
  unsure: 'unsure',
  byTeam: 'by your team',
  noModel: (language: string) => `${language} has no model`,
  noLanguage: 'language not told',
  noText: 'no text',
  stars: (count: string) => (count === '1' ? '1 star' : `${count} stars`),
  thumb: { 0: 'thumb down', 1: 'thumb up' },
  conflict: (rating: string, tone: string) => `${rating}, but the text reads ${tone}`,
  themeTone: (tone: string) => `, ${tone}`,
  wrong: 'wrong tone?',
  wrongTitle: 'Tell the team that this tone is wrong: opens an issue of its repository, filled in',
  conflicts: (some: string, all: string, one: boolean) =>
    `${some} of ${all} reviews with a scored text ${one ? 'gives' : 'give'} a rating that ${one ? 'its' : 'their'} text, as it is scored, contradicts.`,
  noConflicts: (all: string) =>
    all === '1'
      ? 'The one review with a scored text does not contradict its rating.'
      : `Of ${all} reviews with a scored text none contradicts its rating.`,
  conflictsMean:
    'Satisfaction goes by the rating, net sentiment by the text. Some of these texts will be misread.',
  conflictsLink: 'Read them',
} as const;

export const touchpointWords: Readonly<Record<string, string>> = {
  discover: 'Discovering',
  compare: 'Comparing',
  buy: 'Buying',
  deliver: 'Delivery',
  use: 'Using',
  support: 'Support',
  pay: 'Paying',
  renew: 'Staying',
  leave: 'Leaving',
};

const facetWords: Record<FacetKey, string> = {
  brand: 'Brand',
  tone: 'Tone',
  theme: 'Theme',
  toward: 'Tone toward a theme',
  touchpoint: 'Touchpoint',
  intent: 'Intent',
  rating: 'Rating',
  segment: 'Segment',
  source: 'Source',
  group: 'Source group',
  site: 'Site',
  lang: 'Language',
};

const sortWords: Record<Sort, string> = {
  newest: 'newest first',
  oldest: 'oldest first',
  copies: 'most copies first',
  sure: 'surest tone first',
  'rated-high': 'best rating first',
  'rated-low': 'worst rating first',
};

export const mentionsWords = {
  heading: 'Mentions',
  newest: (shown: string, all: string) => `The newest ${shown} of ${all} mentions.`,
  allShown: (all: string) => `All ${all} mentions.`,
  oneShown: 'The only mention so far.',
  irrelevant: (count: string) => `${count} more are stored that today’s query would drop.`,
  noScripts:
    'Without scripts this page lists the newest 30 of all, whatever its address asks for. All are in these files, one a month:',
  filters: 'Filters',
  facets: facetWords,
  brand: facetWords.brand,
  contradicted: 'text contradicts',
  rated: 'any rating',
  opinion: 'rated, recommends or warns',
  untold: 'not told',
  from: 'From',
  to: 'To',
  search: 'Words in title or excerpt',
  searchHelp: 'Finds words that begin so. "Two words" in quotes stand as they are; -word leaves out.',
  loose:
    'Too many texts hold the words in quotes for their order to be looked at: these hold them in any order. A further word, or a rarer one, narrows them down.',
  nothingHas: (facet: string, value: string) => `No mention has ${facet.toLowerCase()} “${value}”.`,
  leaveOut: 'Show what is asked for without it',
  missingIds:
    'Not every id in the address is of a mention here: it may be wrong, or the mention was forgotten.',
  category: 'no brand named',
  reset: 'Reset all filters',
  more: 'Show 50 more',
  found: (rows: string, mentions: string, all: string) =>
    `${rows === '1' ? '1 story' : `${rows} stories`}, ${mentions === '1' ? '1 mention' : `${mentions} mentions`} of ${all}`,
  empty: 'No mention matches these filters.',
  emptyAtAll: 'No mention has been stored yet. The first appear here after the night that finds them.',
  failed:
    'The mentions could not be loaded, or not all of them. The page may have been renewed since you opened it: reload it to try again.',
  unknown: 'The address asks for something this page does not know; that part was left out.',
  backwards: '“From” is later than “To”, so no day can fit. Exchange the two dates, or empty one of them.',
  copies: (count: string) => `+${count} ${count === '1' ? 'copy' : 'copies'}`,
  allCopies: (count: string) => `all ${count} copies`,
  noTitle: '(without a title)',
  removed: '(text removed)',
  noText: '(no text kept)',
  wordless: (count: string) =>
    `${count} ${count === '1' ? 'has' : 'have'} no text: it was removed, or there was none. Figures count ${count === '1' ? 'it' : 'them'}; no search finds ${count === '1' ? 'it' : 'them'}.`,
  noLink: 'no link',
  inferred: 'date inferred',
  clamped: 'date clamped',
  rating: (value: string, of: string) => `${value} of ${of}`,
  published: 'Published',
  list: 'List of mentions',
  find: 'Find',
  findIn: (facet: string) => `Find in ${facet}`,
  allValues: (more: string) => `${more} more`,
  fewValues: 'Fewer',
  chosen: (count: number) => (count === 0 ? '' : ` (${count})`),
  without: (facet: string, value: string) => `${facet}: ${value}, remove`,
  asked: {
    from: (day: string) => `from ${day}`,
    to: (day: string) => `to ${day}`,
    q: (text: string) => `“${text}”`,
    id: (count: string) => (count === '1' ? 'one mention by its id' : `${count} mentions by their ids`),
    story: (count: string) => (count === '1' ? 'one story' : `${count} stories`),
  },
  counted: 'Counted',
  countings: {
    first: 'each story once, by its first mention',
    group: 'each story once a group of sources, without sources of one brand alone',
    source: 'each story once a source and day, without sources of one brand alone',
  },
  days: 'Days',
  text: 'Text',
  ids: 'Chosen',
  chips: 'What is asked for',
  sort: 'Order',
  sorts: sortWords,
  copyLink: 'Copy link',
  copied: 'Link copied',
  notCopied: 'Copy the address above',
  csv: 'CSV',
  json: 'JSON',
  csvTitle: 'All mentions that fit, as a table for spreadsheets',
  jsonTitle: 'All mentions that fit, for programs',
  preparing: (done: string, all: string) => `reading ${done} of ${all} files …`,
  notSaved: 'Not all mentions could be read, so nothing was saved. Reload the page to try again.',
  strip: (most: string, month: string) => `Mentions by month; most in ${month}: ${most}`,
  stripNone: 'Mentions by month: none fits',
  byMonth: 'Months as a list',
  month: (month: string, count: string, isOpen = false) =>
    `${month}: ${count}${isOpen ? ', not over yet' : ''}`,
  monthOpen: (month: string) => `${month}, not over yet`,
  monthFile: (month: string, count: string) => `${month} (${count})`,
} as const;

export const notScoredWord = 'not scored yet';
