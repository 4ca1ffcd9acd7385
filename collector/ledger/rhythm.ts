import { instant, type SourceState } from '#contract';
import type { Item } from '../types.ts';

export type Rhythm = NonNullable<SourceState['rhythm']>;

const hourMs = 3_600_000;
const fewestItems = 5;
const fewestQuietHours = 14 * 24;
/** Pauses vary: one ten times as long as usual is no pause any more. */
const pausesOfUsual = 10;

/** How often a source has something new, by the dates that its items state; nothing where there are too few. */
export function rhythmOf(items: readonly Item[]): Rhythm | undefined {
  const times = items
    .filter(({ dateFlag }) => dateFlag === undefined)
    .map(({ publishedAt }) => publishedAt.getTime())
    .sort((a, b) => b - a);
  const newest = times[0];
  if (newest === undefined || times.length < fewestItems) return undefined;
  const pauses = times.slice(1).map((time, at) => (times[at] ?? time) - time);
  const usual = pauses.sort((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
  return { newest: instant(new Date(newest)), pauseHours: Math.max(1, Math.round(usual / hourMs)) };
}

/** Since when a source that answers has had nothing new, where that is far longer than its usual pause. */
export function quietSince(rhythm: Rhythm | undefined, now: Date): string | undefined {
  if (rhythm === undefined) return undefined;
  const hours = (now.getTime() - Date.parse(rhythm.newest)) / hourMs;
  const isQuiet = hours > Math.max(fewestQuietHours, pausesOfUsual * rhythm.pauseHours);
  return isQuiet ? rhythm.newest : undefined;
}

/** A sentence for the night's report. */
export function tellQuiet({ newest, pauseHours }: Rhythm): string {
  const inHours = pauseHours < 36;
  const count = inHours ? pauseHours : Math.round(pauseHours / 24);
  const unit = inHours ? 'hour' : 'day';
  const usual = count === 1 ? unit : `${count} ${unit}s`;
  return `answers, and has been quiet since ${newest.slice(0, 10)}; something new usually comes every ${usual}`;
}
