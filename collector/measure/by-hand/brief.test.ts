import { expect, test } from 'vitest';
import { type SurveyLine, SurveySettings } from '#contract';
import { configWith } from '../invented-world.fixture.ts';
import { ranked, week } from './figure-of.fixture.ts';

test('a sentence of the brief says the value, the low and the high end that the figure has', () => {
  const answers = (from: string, promoters: number, passives: number, detractors: number): SurveyLine => ({
    v: 1,
    survey: 'poll',
    kind: 'nps',
    from,
    to: from,
    what: 'answers',
    segment: null,
    n: promoters + passives + detractors,
    counts: { promoters, passives, detractors },
    definition: 'As it was asked.',
  });
  const input = week([], {
    config: configWith({
      surveys: [SurveySettings.parse({ id: 'poll', name: 'NPS', kind: 'nps', score: 'x' })],
    }),
    surveys: [answers('2026-10-01', 120, 60, 20), answers('2026-11-03', 60, 60, 80)],
  });
  // The NPS by hand in surveys-nps.test.ts: 50 before; −10 after, −21.2570 to 1.55252; the difference −60, −73.8120 to −44.4146. In whole points.
  expect(ranked(input, 'brief').map(({ text }) => text)).toContain(
    'NPS fell by 60 points (−74 to −44) against the four weeks before. It stands at −10 (−21 to +2), from 200 answers.',
  );
});
