import type { VerdictWord } from '#contract';

/** Words of charts and of what stands around them. Numbers and dates come in as text, already in the locale of the config. */

type Moved = Extract<VerdictWord, 'up' | 'down' | 'perhaps up' | 'perhaps down'>;

export const chartWords = {
  /** A change whose window something happened in. `when` is one of `occasion`. */
  moved: {
    up: (title: string, by: string, when: string) => `${title} rose by ${by} ${when}`,
    down: (title: string, by: string, when: string) => `${title} fell by ${by} ${when}`,
    'perhaps up': (title: string, by: string, when: string) => `${title} perhaps rose by ${by} ${when}`,
    'perhaps down': (title: string, by: string, when: string) => `${title} perhaps fell by ${by} ${when}`,
  } satisfies Record<Moved, (title: string, by: string, when: string) => string>,
  occasion: {
    since: (what: string) => `since ${what}`,
    within: (days: string, what: string) => `in the ${days} that hold ${what}`,
    after: (days: string, what: string) => `from the ${days} that held ${what}`,
  },
  spans: { '7': '7 days', '28': 'four weeks', '90': '90 days', '365': '365 days' } as Readonly<
    Record<string, string>
  >,
  event: (name: string) => `“${name}”`,
  alert: (name: string, day: string) => `the alert “${name}” of ${day}`,

  alerts: 'Out of the ordinary',
  alertsMore: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  marks: 'Marks above the chart',
  eventMark: (number: string, name: string, date: string) => `Event ${number}: ${name}, ${date}`,
  alertMark: (letter: string, name: string, date: string) => `Alert ${letter}: ${name}, ${date}`,
  png: 'PNG',
  pngFailed: 'No picture could be made here; the browser’s own screenshot shows the same.',
  copy: 'Copy link',
  copied: 'Link copied.',
  copyFailed: (address: string) => `This browser does not let pages copy. The link: ${address}`,
  whereFrom: 'Where from?',
  why: (month: string) => `Why in ${month}?`,
  whereFromAll: 'Where do these numbers come from?',
  source: (brand: string, moment: string) => `${brand} · data as of ${moment} · Earshot`,

  cutTitle: (figure: string, span: string, lowest: string, highest: string) =>
    lowest === highest
      ? `${figure} was at ${lowest}: ${span}`
      : `${figure} was between ${lowest} and ${highest}: ${span}`,
  cutEmpty: (figure: string, span: string) => `${figure} has no value: ${span}`,
  csvPart: 'CSV of what is shown',
  zoomed: (from: string, to: string) => `Shown: ${from} to ${to}.`,
  zoomedBasis: (basis: string) => `In it ${basis}.`,
  outside: 'The period in the address holds no value of this chart; all of it is shown.',
  reset: 'Show all',
  selecting: (from: string, to: string) =>
    `Selected: ${from} to ${to}. Enter shows it alone, Escape lets go.`,
  /** `opens`: whether there are mentions behind what is read. */
  hint: (opens: boolean) =>
    `Point at the chart, or focus it and use ← and →, to read single values${opens ? '; Enter opens their mentions' : ''}. Drag (with a finger: hold, then drag), or hold Shift with the arrows, to look at a part.`,
  reading: (opens: boolean) =>
    `Values of the chart: arrow keys, Home and End read${opens ? '; Enter opens the mentions' : ''}; Shift with arrows selects a period`,

  hintRows: (opens: boolean) =>
    `Point at the chart, or focus it and use ← and →, to read its periods${opens ? '; Enter opens their mentions' : ''}.`,
  readingRows: (opens: boolean) =>
    `Periods of the chart: arrow keys, Home and End read${opens ? '; Enter opens the mentions' : ''}`,

  described: {
    span: (points: string, from: string, to: string) => `${points} from ${from} to ${to}.`,
    points: (count: string, grain: string) => `${count} values ${grain}`,
    last: (when: string, value: string) => `Last, ${when}: ${value}.`,
    highest: (when: string, value: string) => `Highest, ${when}: ${value}.`,
    lowest: (when: string, value: string) => `Lowest, ${when}: ${value}.`,
    gaps: (count: string) => (count === '1' ? 'One gap.' : `${count} gaps.`),
    breaks: (count: string) =>
      count === '1' ? 'The line is broken once.' : `The line is broken ${count} times.`,
    events: (names: string) => `Events: ${names}.`,
    alerts: (names: string) => `Out of the ordinary: ${names}.`,
    rivals: (names: string) => `Beside it: ${names}.`,
  },

  receipt: {
    heading: 'Where this number comes from',
    headingAll: 'Where these numbers come from',
    open: (value: string) => `${value}: where from?`,
    read: (n: string) => `${n}: read the mentions behind it`,
    rowLink: 'Link',
    noList: 'no list of their own',
    coverageElsewhere: 'see Coverage',
    listNote:
      'The lists hold what n counts, each story once where it counts stories. Where a source was dark on some days, n leaves these days out and a list may hold a few more.',
    /** Where a list is not of what n counts, by figure. */
    listNotes: {
      'share-of-voice':
        'n is the basis of the share: the stories of the whole panel in sources that speak of every brand.',
      'share-of-voice-by-part':
        'n is the basis of the share: the stories of the whole panel in sources that speak of every brand.',
      awareness:
        'A list counts as mentions what n counts: each story once a source and day, without sources of one brand.',
      sites: 'n leaves out mentions of no known site; the lists hold them too.',
      gap: 'n is that of the side with fewer stories; the lists hold those of both sides.',
      events:
        'n counts what is compared of the days before and after; a list holds those after, of an action only those that complain of its theme.',
      voices:
        'Testimonials leave out news, low ratings and what names another brand; their list holds these too.',
    } as Readonly<Record<string, string>>,
    value: 'Value',
    of: 'Of',
    interval: '95% interval',
    noInterval: 'none: counted, not estimated',
    n: 'n',
    coverage: 'Coverage',
    formula: 'Formula',
    sources: 'Sources',
    noSources: 'imported answers, no public source',
    mentions: 'Mentions behind it',
    mentionsLink: 'Read them',
    /** Where the list is not of just what n counts, by figure. */
    listNames: {
      sites: 'Read all, also those of no known site',
      gap: 'Read those of both sides',
    } as Readonly<Record<string, string>>,
    /** Of a share, which n is not of. */
    ownLink: 'Read those of the brand',
    /** In place of a link to chosen mentions, in pages that are read from a disk. */
    offline: 'listed on the served page only',
    /** Where a list is of a part of what n counts, or of more. */
    complaintsLink: 'Read those that complain',
    praiseLink: 'Read all that praise',
    wholeLink: 'Read those of the whole panel',
    noMentions: 'none: it is not made of mentions',
    scorer: 'Scorer',
    noScorer: 'none has scored yet',
    method: 'Method version',
    methodLink: 'how it is computed, and what it does not say',
    commit: 'Commit',
    noCommit: 'not recorded',
    config: 'Config',
    data: 'Data',
    dataFile: 'as JSON',
    view: 'This view',
    viewLink: 'Link to exactly this',
  },

  titles: {
    heatBoth: (month: string, best: string, worst: string) =>
      `In ${month} people spoke kindly of “${best}”, and unkindly of “${worst}”`,
    heatBest: (month: string, best: string) => `In ${month} people spoke most kindly of “${best}”`,
    heatWorst: (month: string, worst: string) => `In ${month} people spoke most unkindly of “${worst}”`,
    heatNone: (name: string) => `${name} by month: no step is surely liked or disliked`,
    rankedOne: (name: string, first: string, value: string) => `${name}: ${first}, ${value}`,
    rankedNone: (name: string, first: string) =>
      `${name}: ${first} stands first, and none is surely above zero`,
    rankedClear: (name: string, first: string, value: string) =>
      `${name}: ${first} stands first, with ${value}`,
    rankedClose: (name: string, first: string, second: string) =>
      `${name}: ${first} and ${second} stand first, too close to tell apart`,
    parts: (title: string, low: string, lowest: string, high: string, highest: string) =>
      `${title}: from ${low} (${lowest}) to ${high} (${highest})`,
    partsOverlap: (told: string) => `${told}; their intervals overlap`,
    partsNone: (title: string) => `${title}: none has enough behind it to tell a value`,
    ledger: (whole: string, all: string) =>
      all === '1'
        ? `The one source was ${whole === '1' ? 'covered every night' : 'not covered every night'}`
        : whole === all
          ? `All ${all} sources were covered every night`
          : `${whole} of ${all} sources were covered every night`,
    stack: (own: string, share: string, rival: string, theirs: string, when: string) =>
      `${own} held ${share} of the panel’s talk, ${rival} ${theirs}: ${when}`,
    lead: (title: string, span: string, finding: string) => `${title} over ${span}: ${finding}`,
    noLead: (title: string, span: string) => `${title} over ${span}: too close to call`,
    sides: (decided: string, all: string) =>
      `On ${decided} of ${all} themes a brand is ahead of another, or perhaps; the rest is too close to call`,
    noSides: (all: string) =>
      all === '1'
        ? 'On the one theme it is too close to call'
        : `On all ${all} themes it is too close to call`,
    timeline: (count: string, name: string, when: string) =>
      count === '1'
        ? `Out of the ordinary once in 90 days: ${name}, ${when}`
        : `Out of the ordinary ${count} times in 90 days, last: ${name}, ${when}`,
    multiples: (title: string, count: string) => `${title} of ${count} brands, on one scale`,
  },
  stack: {
    others: (count: string) => `${count} others`,
    othersNamed: (names: string) => `Drawn as one: ${names}; each for itself in the table.`,
    gap: 'no share',
    noInterval: 'bands without intervals: those stand in the table and on the figure’s own line',
    alt: (title: string, subtitle: string) =>
      `${title}. ${subtitle}. Bands stacked to 100%; the values stand in the table below.`,
  },
  heatFoot: 'The last month is not over.',
  whisker: 'dot: value; bar: 95% interval',
  ledgerFoot: 'colour: covered or not; mark: what the source answered',
  whyFoot: 'dot: share of the change; bar: 95% interval',
  timelineFoot: 'a mark: days on which more was seen than chance explains',
  ranked: {
    foot: 'whisker: 95% interval; hollow: fewer than 30, read with care',
    others: (count: number) => (count === 1 ? 'And 1 other' : `And ${count} others`),
    noValue: 'Without a value, for want of stories:',
  },
  multiples: {
    others: (count: number) => (count === 1 ? 'And 1 other' : `And ${count} others`),
    scale: (low: string, high: string) => `All on one scale, ${low} to ${high}`,
  },
} as const;
