import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Config, SurveySettings } from '#contract';
import { bluebird, configWith, nightly, said } from '../invented-world.fixture.ts';
import { measure } from '../measure.ts';
import { day, week } from './figure-of.fixture.ts';
import { answers } from './survey.fixture.ts';

/** A world in which every kind of file is written: surveys, labels, talk of the trade, a night of the past. */
function allFiles(): string[] {
  const line = said(day(0));
  const surveys = [
    answers('nps', day(1), { promoters: 9 }, { segment: 'Pro' }),
    answers('csat', day(1), { satisfied: 9 }),
    answers('retention', day(1), { kept: 9 }),
    answers('awareness', day(1), { 'unaided:northwind': 9, 'first:northwind': 9, 'aided:northwind': 9 }),
  ];
  const night = { at: `${day(3)}T05:00:00Z`, figure: 'stories', brand: 'northwind', period: day(2) };
  return [
    ...measure(
      week([line, said(day(1), { brand: null, source: 'talk' })], {
        runs: ['paper', 'talk'].flatMap((one) => nightly(one, day(0), day(6))),
        config: configWith({
          competitors: [bluebird],
          sources: [{ id: 'talk', category: true }] as Config['sources'],
          surveys: [
            { id: 'nps', kind: 'nps', score: 'x' },
            { id: 'csat', kind: 'csat', score: 'x', scale: [1, 5], top: 4 },
            { id: 'retention', kind: 'retention', start: 'a', end: 'b', new: 'c' },
            { id: 'awareness', kind: 'awareness', unaided: 'x', aided: 'y' },
          ].map((one) => SurveySettings.parse(one)),
        }),
        surveys,
        labels: [{ mention: line.mention.id, brand: 'northwind', tone: 'neutral', drawn: 'random' }],
        published: [
          {
            ...night,
            ...{ value: 1, low: null, high: null, n: 1, coverage: 1 },
            ...{ verdict: 'too little data', method: 'stories@1', config: 'c', commit: null },
          },
        ],
      }),
    ).keys(),
  ].map((name) => name.replace('.json', ''));
}
/** A survey has a file for each of its questions, worked out beside one another. */
const caseOf = (id: string): string => id.replace(/^(surveys-[a-z]+)-.*/, '$1');

test('every figure that is written has a case worked out by hand: its value and both ends, and how they come about', () => {
  const written = new Set(
    allFiles()
      .filter((id) => id !== 'about')
      .map(caseOf),
  );
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
  const cases = files.map((name) => name.replace('.test.ts', '')).filter((name) => name !== 'every-figure');
  expect(cases.sort()).toEqual([...written].sort());
  for (const id of cases) {
    const text = readFileSync(new URL(`${id}.test.ts`, import.meta.url), 'utf8');
    expect([id, new RegExp(`['\`]${id}`).test(text)]).toEqual([id, true]);
    expect([id, /\bvalue\b/.test(text), /\blow\b/.test(text), /\bhigh\b/.test(text)]).toEqual([
      id,
      ...[true, true, true],
    ]);
    expect([id, /^\s*\/\/ ./m.test(text)]).toEqual([id, true]);
  }
});
