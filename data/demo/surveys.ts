import type { SurveyCell } from '#contract';
import { dayMs, dayOf, dayStart, demoNow, demoSeed, firstDay } from './plan.ts';
import { randomFrom } from './random.ts';

/** Answers of each week's wave, asked on Tuesdays. */
const wave = 40;
const tuesday = 2;

type Shares = { promoters: number; passives: number; detractors: number };
const usual: Shares = { promoters: 0.45, passives: 0.35, detractors: 0.2 };
/** What moved customers, as it moved the talk: days `from` to `to`, both included. */
const moved: readonly { from: string; to: string; shares: Shares }[] = [
  { from: '2026-02-23', to: '2026-04-05', shares: { promoters: 0.3, passives: 0.35, detractors: 0.35 } },
  { from: '2026-09-21', to: '2026-10-11', shares: { promoters: 0.25, passives: 0.35, detractors: 0.4 } },
];

/** What everybody would answer on a day, if everybody were asked. */
export const plantedAnswers = (day: string): Shares =>
  moved.find(({ from, to }) => from <= day && day <= to)?.shares ?? usual;

/** The invented NPS survey as an import would have stored it: a line a wave. */
export function surveyLines(): SurveyCell[] {
  const random = randomFrom(demoSeed).fork('nps');
  const lines: SurveyCell[] = [];
  for (let at = dayStart(firstDay); at < demoNow.getTime() - dayMs; at += dayMs) {
    const day = dayOf(at);
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== tuesday) continue;
    const counts = { promoters: 0, passives: 0, detractors: 0 };
    for (let one = 0; one < wave; one++) counts[random.weighted(plantedAnswers(day))]++;
    lines.push({
      v: 1,
      survey: 'nps',
      kind: 'nps',
      from: day,
      to: day,
      what: 'answers',
      segment: null,
      n: wave,
      counts,
      definition: 'Promoters answered 9 or 10 of 0 to 10, detractors 0 to 6, passives 7 or 8.',
    });
  }
  return lines;
}
