import { dayMs } from './calendar.ts';
import type { Formats, UnitKind } from './numbers.ts';

export type Tick = {
  at: number;
  label: string;
  /** Shown on a phone too. */
  always: boolean;
};

/** Months, or weeks where the axis is short; at most about twelve, and about four on a phone. */
export function timeTicks(from: number, to: number, formats: Formats): Tick[] {
  const days = (to - from) / dayMs;
  if (days <= 62) {
    const step = Math.max(1, Math.ceil(days / 8));
    const starts = Array.from({ length: Math.ceil(days / step) }, (_, index) => from + index * step * dayMs);
    const each = Math.ceil(starts.length / 4);
    return starts.map((at, index) => ({ at, label: formats.shortDay(at), always: index % each === 0 }));
  }
  const months: number[] = [];
  const first = new Date(from);
  for (let step = 0; step < 2400; step += 1) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + step, 1);
    if (at >= to) break;
    if (at >= from) months.push(at);
  }
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => months.length / size <= 13) ?? 120;
  const kept = months
    .filter((at) => new Date(at).getUTCMonth() % Math.min(step, 12) === 0)
    .filter((_, index) => step <= 12 || index % (step / 12) === 0);
  const each = Math.ceil(kept.length / 4);
  return kept.map((at, index) => {
    const named = index === 0 || new Date(at).getUTCMonth() === 0;
    return { at, label: named ? formats.month(at) : formats.shortMonth(at), always: index % each === 0 };
  });
}

/** A step of 1, 2, 2½ (from 25 on) or 5 times a power of ten that gives about `count` steps. */
function niceStep(range: number, count: number): number {
  const rough = range / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = rough / power;
  return (unit <= 1 ? 1 : unit <= 2 ? 2 : unit <= 2.5 && power >= 10 ? 2.5 : unit <= 5 ? 5 : 10) * power;
}

const bounds: Record<UnitKind, { least: number; most: number; zero: boolean; smallestStep: number }> = {
  count: { least: 0, most: Number.POSITIVE_INFINITY, zero: true, smallestStep: 1 },
  index: { least: 0, most: Number.POSITIVE_INFINITY, zero: true, smallestStep: 10 },
  points: { least: -100, most: 100, zero: true, smallestStep: 5 },
  percent: { least: 0, most: 100, zero: true, smallestStep: 5 },
  stars: { least: 1, most: 5, zero: false, smallestStep: 0.5 },
};

/** Ends and ticks of the value axis: counts and nets hold zero, stars run from 1 to 5, and nothing leaves its scale. */
export function valueTicks(
  values: number[],
  kind: UnitKind,
  formats: Formats,
): { low: number; high: number; ticks: Tick[] } {
  const { least, most, zero, smallestStep } = bounds[kind];
  if (kind === 'stars') {
    return {
      low: 1,
      high: 5,
      ticks: [1, 2, 3, 4, 5].map((at) => ({ at, label: formats.number(at), always: true })),
    };
  }
  const low = Math.max(least, Math.min(...values, zero ? 0 : Number.POSITIVE_INFINITY));
  const high = Math.min(most, Math.max(...values, zero ? 0 : Number.NEGATIVE_INFINITY));
  const step = Math.max(smallestStep, niceStep(Math.max(high - low, smallestStep), 4));
  const bottom = Math.max(least, Math.floor(low / step) * step);
  const top = Math.min(most, Math.max(Math.ceil(high / step), Math.floor(bottom / step) + 1) * step);
  const ticks: Tick[] = [];
  for (let at = Math.ceil(bottom / step) * step; at <= top + step / 1e6; at += step) {
    const clean = Math.round(at / step) * step;
    ticks.push({ at: clean, label: formats.value(clean, kind), always: true });
  }
  return { low: bottom, high: top, ticks };
}
