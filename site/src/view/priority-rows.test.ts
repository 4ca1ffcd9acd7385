import { describe, expect, test } from 'vitest';
import type { Figure, RankingFigure } from '#contract';
import { makeFormats } from './numbers.ts';
import {
  changeWord,
  firstSentence,
  orderedBy,
  prioritiesOf,
  priorityDetails,
  prioritySentence,
  prominent,
  runsOf,
} from './priority-rows.ts';

const formats = makeFormats('en-GB', 'Europe/London');
type Row = RankingFigure['brands'][string]['rows'][number];
const ranking = (id: string, rows: Row[]): RankingFigure => ({
  id,
  title: id,
  question: '',
  formula: '',
  limits: '',
  unit: 'stars lost',
  basis: 'stories',
  proxy: true,
  method: `${id}@1`,
  kind: 'ranking',
  period: { from: '2026-08-17', to: '2026-11-14' },
  brands: { a: { rows } },
});
const row = (id: string, over: Partial<Row> = {}): Row => ({
  id,
  name: id,
  value: null,
  low: null,
  high: null,
  n: 20,
  parts: { reach: 8, reachLow: 6, reachHigh: 10 },
  mentions: ['m'],
  ...over,
});
const made = (rows: Row[], events: Row[] = []) => {
  const figures = new Map<string, Figure>([
    ['priorities', ranking('priorities', rows)],
    ['events', ranking('events', events)],
  ]);
  const found = prioritiesOf(
    figures,
    { brands: [{ id: 'a', name: 'Acorn' }], themes: [{ id: 'app-2', name: 'App 2' }] },
    formats,
  );
  if (!found) throw new Error('no priorities');
  return found;
};

describe('priorities', () => {
  test('the sentence names the dearest by stars, and only where the cost is surely above nothing', () => {
    const dear = row('App', { value: 0.15, low: 0.02, high: 0.3 });
    expect(prioritySentence(made([dear]))).toBe(
      'should look at App first: complaints about it go with 0.15 stars less over all reviews (0.02 to 0.3).',
    );
    const unsure = row('App', { value: 0.15, low: -0.02, high: 0.3 });
    expect(prioritySentence(made([unsure]))).toMatch(
      /^is complained of most for App: 8% of stories \(6% to 10%\)/,
    );
    expect(prioritySentence(made([]))).toMatch(/^has no complaint/);
  });
  test('a list is titled by its first three, and by what they are first by', () => {
    const names = ['App', 'Price', 'Delivery', 'Staff'];
    expect(firstSentence(made(names.map((name) => row(name, {}))).rows)).toBe(
      'Most complained of: App, Price and Delivery',
    );
    const dear = row('App', { value: 0.15, low: 0.02, high: 0.3 });
    expect(firstSentence(made([dear]).rows)).toBe('First by stars lost: App');
  });
  test('a change has a word by the bounds of the verdicts, and none without a basis', () => {
    expect(changeWord({ value: 10, low: 4, high: 16 })).toBe('up');
    expect(changeWord({ value: 10, low: 2, high: 18 })).toBe('perhaps up');
    expect(changeWord({ value: -10, low: -16, high: -4 })).toBe('down');
    expect(changeWord({ value: 1, low: -4, high: 6 })).toBe('no clear change');
    expect(changeWord(null)).toBe('too little data');
  });
  test('an action stands with its theme, and with none whose name begins alike', () => {
    const event = (id: string, high: number | null): Row =>
      row(id, {
        name: 'Mended',
        from: '2026-04-06',
        value: high === null ? null : high - 5,
        low: high === null ? null : high - 10,
        high,
        text: 'Complaints fell since 2026-04-06.',
      });
    const { rows } = made(
      [row('app'), row('app-2'), row('support')],
      [
        event('2026-04-06-action-app', -1),
        event('2026-04-06-action-app-2', null),
        event('2026-04-06-action-app-3', 2),
        event('2026-04-06-stories', -3),
      ],
    );
    expect(rows.map(({ actions }) => actions.map(({ outcome }) => outcome))).toEqual([
      ['It helped', 'No clear effect'],
      ['Too early to tell'],
      [],
    ]);
    expect(rows[0]?.actions[0]).toMatchObject({
      when: 'Mon, 6 Apr 2026',
      text: 'Complaints fell since Mon, 6 Apr 2026.',
    });
  });
  test('an action is not said to have helped where something else began in the same days', () => {
    const action = row('2026-10-12-action-app', {
      name: 'Mended',
      from: '2026-10-12',
      value: -14,
      low: -19,
      high: -8,
    });
    const outcomeWith = (alsoBegan: number) =>
      made([row('app')], [{ ...action, parts: { alsoBegan } }]).rows[0]?.actions[0]?.outcome;
    expect(outcomeWith(0)).toBe('It helped');
    expect(outcomeWith(1)).toBe('Not to be told apart');
  });
  test('what spreads and what helped is said beside the sentence', () => {
    const spreading = row('Trust', {
      parts: { reach: 8, reachLow: 6, reachHigh: 10, trend: 7, trendLow: 5, trendHigh: 9 },
    });
    expect(priorityDetails(made([spreading]))).toEqual([
      'Trust spreads: +7 points of all stories since the 90 days before (+5 to +9).',
    ]);
  });
});

describe('pain points that stand open', () => {
  const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const shownOf = (over: Partial<Record<string, Partial<Row>>> = {}) =>
    prominent(made(seven.map((id) => row(id, over[id]))).rows).shown.map(({ id }) => id);
  test('are the first five, and of the others those that surely cost, spread, or were acted upon', () => {
    expect(shownOf()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(shownOf({ g: { parts: { trend: 7, trendLow: 5, trendHigh: 9 } } })).toContain('g');
  });
  test('stand with the others in between, folded where more than one stands together, so that ranks run on', () => {
    const acted: Partial<Row> = { parts: { trend: 7, trendLow: 5, trendHigh: 9 } };
    const ids = [...seven, 'h', 'i', 'j', 'k'];
    const runs = runsOf(made(ids.map((id) => row(id, id === 'h' || id === 'j' ? acted : {}))).rows);
    expect(
      runs.map(({ folded, rows }) => `${folded ? '-' : '+'}${rows.map(({ rank }) => rank).join()}`),
    ).toEqual(['+1,2,3,4,5', '-6,7', '+8,9,10,11']);
  });
  test('are ordered by what is sure of any of them', () => {
    const by = (over: Partial<Row>) => orderedBy(made([row('a', over), row('b')]).rows);
    expect(by({})).toBe('reach');
    expect(by({ value: 0.2, low: -0.1, high: 0.4 })).toBe('reach');
    expect(by({ parts: { advocates: 3, advocatesLow: 1, advocatesHigh: 5 } })).toBe('advocates');
    expect(by({ value: 0.2, low: 0.1, high: 0.4 })).toBe('stars');
  });
  test('are all where one alone would be folded away', () =>
    expect(prominent(made(seven.slice(0, 6).map((id) => row(id))).rows).others).toEqual([]));
});
