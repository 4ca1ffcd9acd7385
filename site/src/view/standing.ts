import type { About } from '#contract';
import { words } from '../words.ts';
import type { State } from './coverage.ts';
import type { Formats } from './numbers.ts';

/** A source that gives nothing any more, or nothing new, as a sentence with a mark. */
export type StandingLine = { state: State; covered: boolean; text: string };

/** Sources that died or changed, the longest first; then those that answer and are quiet. */
export function standingLines({ sources }: Pick<About, 'sources'>, formats: Formats): StandingLine[] {
  const say = words.standing;
  const date = (at: string): string => formats.date(Date.parse(at));
  const silent = sources
    .flatMap(({ label, silence }) => (silence ? [{ label, silence }] : []))
    .sort((a, b) => b.silence.nights - a.silence.nights)
    .map(({ label, silence: { nights, since, status, reason } }) => {
      const what = words.reason(reason) ?? words.state[status];
      const count = words.ledger.nightsCount(formats.number(nights));
      const tell = status === 'changed' ? say.changed : say.silent;
      return { state: status, covered: false, text: tell(label, count, date(since), what) };
    });
  const quiet = sources
    .flatMap(({ label, quiet }) => (quiet ? [{ label, quiet }] : []))
    .sort((a, b) => (a.quiet.since < b.quiet.since ? -1 : 1))
    .map(({ label, quiet: { since, pauseHours } }) => {
      const days = Math.round(pauseHours / 24);
      const pause = days > 1 ? say.everyDays(formats.number(days)) : say.everyDay;
      return { state: 'empty' as const, covered: true, text: say.quiet(label, date(since), pause) };
    });
  return [...silent, ...quiet];
}
