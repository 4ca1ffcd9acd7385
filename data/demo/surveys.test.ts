import { expect, test } from 'vitest';
import { type SeriesFigure, SurveyCell, SurveySettings } from '#contract';
import { configWith, world } from '../../collector/measure/invented-world.fixture.ts';
import { measure } from '../../collector/measure/measure.ts';
import { demoNow } from './plan.ts';
import { plantedAnswers, surveyLines } from './surveys.ts';

const lines = surveyLines();
const survey = SurveySettings.parse({ id: 'nps', name: 'NPS', kind: 'nps', score: 'Score' });
const figure = measure(
  world({ now: demoNow.toISOString(), config: configWith({ surveys: [survey] }), surveys: lines }),
).get('surveys-nps.json') as SeriesFigure;

test('the survey is as an import would have stored it, and the same each time', () => {
  for (const line of lines) expect(SurveyCell.parse(line)).toEqual(line);
  expect(lines.length).toBeGreaterThan(70);
  expect(surveyLines()).toEqual(lines);
});

test('its waves hold what was planted 19 times of 20', () => {
  const waves = (figure.brands['northwind']?.day ?? []).filter(({ value }) => value !== null);
  const held = waves.filter(({ period, low, high }) => {
    const { promoters, detractors } = plantedAnswers(period);
    const truth = 100 * (promoters - detractors);
    return (low ?? 0) <= truth && truth <= (high ?? 0);
  });
  expect(waves).toHaveLength(lines.length);
  expect(held.length / waves.length).toBeGreaterThan(0.88);
});

test('it fell with the app and with the recall, and came back', () => {
  const valueIn = (month: string) =>
    figure.brands['northwind']?.month.find(({ period }) => period === month)?.value ?? Number.NaN;
  for (const month of ['2026-01', '2026-06', '2026-08', '2026-11']) expect(valueIn(month)).toBeGreaterThan(5);
  expect(valueIn('2026-03')).toBeLessThan(valueIn('2026-01') - 10);
  expect(valueIn('2026-03')).toBeLessThan(valueIn('2026-06') - 10);
});
