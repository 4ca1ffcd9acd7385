import { describe, expect, test } from 'vitest';
import type { About, SeriesFigure, Verdict, VerdictWord } from '#contract';
import {
  answer,
  answerText,
  finding,
  findingNumbers,
  meanwhile,
  ratioInWords,
  verdictName,
  yearAgo,
} from './answer.ts';
import { headlineIds, intervalText } from './headline.ts';
import { makeFormats, unitKind } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const verdict = (
  word: VerdictWord,
  difference: number | null,
  low: number | null = null,
  high: number | null = null,
): Verdict => ({
  verdict: word,
  from: '2026-10-24',
  to: '2026-11-20',
  difference,
  low,
  high,
  n: [40, 50],
});
const figure = (id: string, title: string, unit: string, shown?: Verdict): SeriesFigure => ({
  kind: 'series',
  id,
  title,
  question: '?',
  formula: '',
  limits: '',
  unit,
  basis: 'stories',
  proxy: false,
  method: `${id}@1`,
  brands: {},
  breaks: [],
  verdicts: shown ? { own: { '28': shown } } : {},
});
const about = { brands: [{ id: 'own', name: 'Own' }] } as About;
const sentence = (...figures: SeriesFigure[]): string =>
  answer(about, new Map(figures.map((one) => [one.id, one])), formats)
    .map(({ text }) => text)
    .join(', ');

describe('the sentence that answers', () => {
  test('a rise with a worse tone is told in one sentence', () => {
    expect(
      sentence(
        figure('awareness', 'Awareness', 'index, base = 100', verdict('up', 0.19)),
        figure('net-sentiment', 'Net sentiment', 'points', verdict('down', -9)),
      ),
    ).toBe('is talked about a fifth more than in the four weeks before, and less kindly');
  });
  test('without awareness the stories stand for it', () => {
    expect(sentence(figure('stories', 'Stories', 'stories', verdict('down', -0.4)))).toBe(
      'is talked about 40% less than in the four weeks before',
    );
  });
  test('tone alone makes a sentence of its own', () => {
    expect(sentence(figure('net-sentiment', 'Net sentiment', 'points', verdict('up', 9)))).toBe(
      'is spoken of more kindly than in the four weeks before',
    );
  });
  test('where the sources changed, nothing is claimed of tone either', () => {
    expect(
      sentence(
        figure('awareness', 'Awareness', 'index, base = 100', verdict('coverage changed', null)),
        figure('net-sentiment', 'Net sentiment', 'points', verdict('up', 9)),
      ),
    ).not.toMatch(/kindly/);
  });
  test('no verdict, no claim', () => {
    expect(sentence(figure('awareness', 'Awareness', 'index, base = 100'))).toBe('');
  });
});

describe('the finding of a chart', () => {
  test.each<[VerdictWord, number | null, string]>([
    ['up', 13.4, 'Advocacy rose by 13 points in four weeks'],
    ['down', -1, 'Advocacy fell by 1 point in four weeks'],
    ['perhaps up', 4, 'Advocacy perhaps rose by 4 points in four weeks'],
    ['no clear change', 2, 'No clear change in advocacy over four weeks'],
    ['too little data', null, 'Advocacy: the history is too short to tell a change'],
    ['coverage changed', null, 'Advocacy: its sources changed too much to tell a change'],
  ])('%s is said in full', (word, difference, text) => {
    expect(
      finding(figure('advocacy', 'Advocacy', 'points, −100 to 100'), verdict(word, difference), formats),
    ).toBe(text);
  });
  test('its numbers carry the interval and what chance has to do with it', () => {
    const shown = verdict('no clear change', 0.02, -0.06, 0.1);
    expect(findingNumbers(figure('stories', 'Stories', 'stories'), shown, formats)).toBe(
      '+2% (between −6% and +10%): within what chance explains',
    );
  });
  test('little that was heard is too little data, much of it a history that is too short', () => {
    const few = { ...verdict('too little data', null), n: [900, 4] as [number, number] };
    expect(finding(figure('advocacy', 'Advocacy', 'points, −100 to 100'), few, formats)).toBe(
      'Advocacy: too little data to tell a change',
    );
  });
  test('a share of a panel of one is said to need a competitor, not more talk or time', () => {
    const share = figure('share-of-voice', 'Share of voice', '%');
    const alone = { ...share, brands: { acme: { day: [], week: [], month: [] } } };
    const text = 'Share of voice: needs a competitor in brand.yml';
    expect(finding(alone, undefined, formats)).toBe(text);
    expect(finding(alone, verdict('too little data', null), formats)).toBe(text);
    const level = { value: null, low: null, high: null, n: 900, coverage: 1 };
    const about = { brands: [{ id: 'acme', name: 'Acme' }] } as About;
    const figures = new Map(
      [alone, figure('stories', 'Stories', 'stories')].map((one) => [
        one.id,
        { ...one, headline: { acme: level } },
      ]),
    );
    expect(headlineIds(about, figures)).toEqual(['stories']);
  });
  test('a mark, a cell and a badge name it by the same words', () => {
    expect(verdictName({ verdict: 'too little data', n: [900, 20] })).toBe('too short a history');
    expect(verdictName({ verdict: 'too little data', n: [900, 4] })).toBe('too little data');
    expect(verdictName({ verdict: 'too little data' })).toBe('too little data');
    expect(verdictName({ verdict: 'up', n: [900, 20] })).toBe('up');
  });
  test('too little data has no numbers', () => {
    expect(
      findingNumbers(figure('stories', 'Stories', 'stories'), verdict('too little data', null), formats),
    ).toBe('');
  });
});

describe('numbers', () => {
  test.each([
    ['index, base = 100', 'index'],
    ['points, −100 to 100', 'points'],
    ['%', 'percent'],
    ['stars, 1 to 5', 'stars'],
    ['stories', 'count'],
    ['mentions', 'count'],
  ])('the unit %s is of the kind %s', (unit, kind) => {
    expect(unitKind(unit)).toBe(kind);
  });
  test('an even interval is plus or minus, a lopsided one a range', () => {
    expect(intervalText(13, 7, 19, 'points', formats)).toBe('± 6');
    expect(intervalText(63, 41, 79, 'percent', formats)).toBe('41% to 79%');
    expect(intervalText(37, 32, 42, 'percent', formats)).toBe('± 5 points');
    expect(intervalText(4, 4, 4, 'stars', formats)).toBe('4.0 to 4.0');
    expect(intervalText(12, null, null, 'count', formats)).toBe('');
    // Signs and digits of their own: the half of a width is no change.
    expect(intervalText(13, 7, 19, 'points', makeFormats('ar', 'UTC'))).toMatch(/^± ‎?6$/);
    expect(intervalText(13, 7, 19, 'points', makeFormats('ar-EG', 'UTC'))).toBe('± ٦');
  });
  test('a minus is a minus sign, and zero has none', () => {
    expect(formats.value(-9, 'points')).toBe('−9');
    expect(formats.value(-0, 'points')).toBe('0');
  });
  test('a ratio near a plain fraction is that fraction', () => {
    expect(ratioInWords(-0.26, formats)).toBe('a quarter');
    expect(ratioInWords(0.62, formats)).toBe('62%');
  });
});

test('what happened is named with the four weeks in which it did, and nothing older', () => {
  const events = [
    { date: '2026-11-02', name: 'Late', figure: 'awareness', window: 28 },
    { date: '2026-10-24', name: 'First of the later', figure: 'not-measured', window: 28 },
    { date: '2026-10-23', name: 'Last of the earlier', window: 28 },
    { date: '2026-09-26', name: 'First day', window: 28 },
    { date: '2026-09-25', name: 'Too old', window: 28 },
    { date: '2026-11-21', name: 'To come', window: 28 },
  ];
  const moved = figure('awareness', 'Awareness', 'index, base = 100', verdict('up', 0.2, 0.1, 0.3));
  const { before, after } = meanwhile({ ...about, events }, new Map([['awareness', moved]]), formats);
  expect(before.map(({ name }) => name)).toEqual(['First day', 'Last of the earlier']);
  expect(after.map(({ name }) => name)).toEqual(['First of the later', 'Late']);
  expect(new Set([...before, ...after].map((event) => event.figure))).toEqual(new Set(['awareness']));
});

describe('the year before', () => {
  const withYear = (word: VerdictWord, difference: number | null): string | undefined => {
    const heard = figure('awareness', 'Awareness', 'index, base = 100', verdict('down', -0.6));
    heard.verdicts['own'] = { ...heard.verdicts['own'], year: verdict(word, difference) };
    return yearAgo(about, new Map([['awareness', heard]]), formats)?.text;
  };
  test.each<[VerdictWord, number | null, string | undefined]>([
    ['up', 0.17, 'That is 17% more talk than a year ago.'],
    ['down', -0.5, 'That is half less talk than a year ago.'],
    ['no clear change', 0.04, 'That is about as much talk as a year ago.'],
    ['perhaps up', 0.1, 'That is perhaps more talk than a year ago.'],
    ['too little data', null, undefined],
    ['coverage changed', 0.2, undefined],
  ])('%s (%s) is told as: %s', (word, difference, said) => {
    expect(withYear(word, difference)).toBe(said);
  });
});

test('the line that describes the page is its first sentence', () => {
  const heard = figure('awareness', 'Awareness', 'index, base = 100', verdict('up', 0.19));
  const tone = figure('net-sentiment', 'Net sentiment', 'points', verdict('down', -9));
  const figures = new Map([heard, tone].map((one) => [one.id, one]));
  expect(answerText(about, figures, formats)).toBe(
    'Own is talked about a fifth more than in the four weeks before, and less kindly.',
  );
  expect(answerText(about, new Map(), formats)).toBe('');
});
