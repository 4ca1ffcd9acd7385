import { dayMs, dayToMs } from './calendar.ts';

/** Which alerts are marked on which chart: those that watch what it draws, told by the beginning of their ids. */
const watchedBy: Readonly<Record<string, readonly string[]>> = {
  awareness: ['volume'],
  stories: ['volume', 'theme'],
  mentions: ['volume'],
  sites: ['volume'],
  'share-of-voice': ['volume'],
  'net-sentiment': ['negative'],
  gap: ['negative'],
  satisfaction: ['rating'],
};

/** An alert as a chart needs it: its first and last day as in the data. */
export type ChartAlert = { id: string; name: string; from: string; day: string };

export type AlertMark = {
  at: number;
  from: number;
  to: number;
  /** `A`, `B` …: events have numbers. */
  letter: string;
  /** Alerts that overlap in time share a mark. */
  alerts: { id: string; name: string }[];
  date: string;
  /** Row above the plot in which it stands. */
  row: number;
};

const watchesOf = (figure: string): readonly string[] =>
  (Object.hasOwn(watchedBy, figure) && watchedBy[figure]) || [];

export const alertsOn = (figure: string, alerts: readonly ChartAlert[]): ChartAlert[] =>
  alerts.filter(({ id }) => watchesOf(figure).some((begins) => id.startsWith(`${begins}-`)));

/** `A` to `Z`, then `AA`. */
export const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** Alerts on the axis of days, those that overlap as one; `from` is the first moment, `to` the first after. */
export function spansOf(
  alerts: readonly ChartAlert[],
): { from: number; to: number; alerts: { id: string; name: string }[] }[] {
  const spans: { from: number; to: number; alerts: { id: string; name: string }[] }[] = [];
  for (const alert of alerts.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const from = dayToMs(alert.from);
    const to = dayToMs(alert.day) + dayMs;
    const open = spans.at(-1);
    const named = { id: alert.id, name: alert.name };
    if (open && from < open.to) {
      open.to = Math.max(open.to, to);
      open.alerts.push(named);
    } else spans.push({ from, to, alerts: [named] });
  }
  // What concerns all that is said comes before what concerns a theme of it.
  const rankOf = ({ id }: { id: string }): number => (id.startsWith('theme-') ? 1 : 0);
  return spans.map((span) => ({ ...span, alerts: span.alerts.toSorted((a, b) => rankOf(a) - rankOf(b)) }));
}
