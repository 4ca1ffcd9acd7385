/** Every word of “as of”: what the page said on a night, and what was restated since. */

const nights = (count: string): string => (count === '1' ? '1 night' : `${count} nights`);

export const asOfWords = {
  heading: 'As of a night',
  link: 'What this page said on other nights',
  lead: 'Headlines as they were published, which no later run rewrites, beside what the same four weeks give today.',
  pick: 'Night',
  months: 'All nights, by month',
  nightsOf: (month: string, count: string) => `${month}: ${nights(count)}`,
  in: (month: string) => `Nights of ${month}`,
  restatedMark: 'restated since',
  markMeans:
    'Dot: a figure was restated since, which is: it is off by more than a tenth of half the interval that was published, a count by more than a tenth of itself. What differs by less is within the noise.',
  /** Nights of which not every day has its line. */
  kept: (from: string) => `Of the time before ${from} some nights of a month are kept, not each.`,
  /** The finding of a night. */
  finding: (night: string, restated: string, all: string, little: string) => {
    const less =
      little === '0'
        ? ''
        : `; ${little} ${restated === '0' ? '' : 'more '}${little === '1' ? 'differs' : 'differ'} within the noise`;
    if (restated === '0')
      return `${night}: ${all === '1' ? 'the figure still says what it' : `all ${all} figures still say what they`} said${less}`;
    return `${night}: ${restated} of ${all} figures ${restated === '1' ? 'has' : 'have'} been restated since${less}`;
  },
  columns: {
    figure: 'Figure',
    then: 'As published',
    verdict: 'Verdict then',
    now: 'The same days today',
    by: 'Restated by',
  },
  spoke: (from: string, to: string) => `Of the four weeks ${from} to ${to}, against the four before.`,
  publishedAt: (moment: string) => `Published by the run of ${moment}.`,
  unchanged: 'as it was',
  had: 'had no value then',
  lost: 'has no value today',
  little: (by: string) => `${by}, within the noise`,
  notAgain: 'not measured again',
  gone: 'no longer a figure',
  method: 'Methods',
  config: 'Config',
  commit: 'Commit',
  why: 'What changed since',
  since: {
    late: (count: string) =>
      count === '1'
        ? 'one mention of these days came in late'
        : `${count} mentions of these days came in late`,
    labels: (count: string) =>
      count === '1'
        ? 'the team labelled one of their mentions'
        : `the team labelled ${count} of their mentions`,
    replays: (count: string) =>
      count === '1' ? 'all scores were made anew' : `all scores were made anew, ${count} times`,
    config: 'brand.yml was changed',
    methods: (list: string) => `methods changed (${list})`,
    methodOf: (title: string, then: string, now: string) => `${title}: ${then}, now ${now}`,
    forgotten: (count: string) =>
      count === '1' ? 'one entry was taken out on request' : `${count} entries were taken out on request`,
    none: 'Nothing that is known: no late mention, label, replay or change of brand.yml.',
    anew: 'Nothing that is known; indices are estimated anew as their history grows.',
  },
  sentence: (parts: string) => `Since then ${parts}. Which of them moved a figure is not told.`,
  restated: 'Restated most in the last 90 nights',
  allRestated: 'All restatements',
  noneRestated: 'No headline of the last 90 nights says something else today.',
  none: 'No night has published yet. The first line appears with the first night that is committed.',
  nearest: (asked: string, night: string) =>
    `No night of ${asked} is kept here. Below stands the last one kept before it, of ${night}.`,
  before: (asked: string, night: string) =>
    `No night of ${asked} is kept here, nor any before it. Below stands the first one, of ${night}.`,
} as const;
