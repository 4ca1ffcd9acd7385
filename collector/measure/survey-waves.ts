import type { Days } from './brief-sentence.ts';

/** Days that one wave of a survey was asked on, both included, as numbers of days. */
export type Wave = { from: number; to: number };
/** The last wave of a survey, and those that it is held against. */
export type Waves = { last: Wave; before: Wave; year: Wave | undefined };
/** The same in days of the calendar, as a figure tells it. */
export type ToldWaves = Days & { before: Days; year: Days | null };

/** So many days without an answer part two waves. */
const pause = 14;
/** What goes on for longer is asked all the time. */
const longest = 45;
/** An older wave says nothing of now. */
const oldest = 400;
/** From so many days on a line is a month, of which nothing nearer is known. */
const wholeMonth = 28;
const year = 364;
const nearYear = 31;

/** Spans of days put together to waves: a pause parts them, and months that are known by their sums alone stand each for themselves. */
function wavesOf(spans: readonly Wave[]): Wave[] {
  const waves: (Wave & { isMonth: boolean })[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const isMonth = to - from + 1 >= wholeMonth;
    const last = waves.at(-1);
    const isNew =
      !last || from > last.to + pause || (from > last.to && isMonth && last.isMonth && last.from !== from);
    if (isNew) waves.push({ from, to, isMonth });
    else last.to = Math.max(last.to, to);
  }
  return waves.map(({ from, to }) => ({ from, to }));
}

/** The last wave and those before it, of a survey that is asked in waves; undefined of any other. */
export function lastWaves(spans: readonly Wave[], end: number): Waves | undefined {
  const waves = wavesOf(spans);
  const [before, last] = waves.slice(-2);
  if (!last || !before || last.to < end - oldest) return undefined;
  if ([before, last].some(({ from, to }) => to - from + 1 > longest)) return undefined;
  const off = (wave: Wave) => Math.abs(last.from - year - wave.from);
  const [past] = waves.filter((wave) => off(wave) <= nearYear).sort((a, b) => off(a) - off(b));
  return { last, before, year: past };
}
