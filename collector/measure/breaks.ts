import type { Break, Replay } from '#contract';
import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';

/** A source above this share of the stories breaks a line that mixes sources when it joins or leaves. */
const largeShare = 0.1;
/** Days without coverage after which the mix is another one; before that it is a gap in coverage. */
const daysUntilLeft = 28;

const byDate = (breaks: Break[]): Break[] =>
  breaks.sort((a, b) => (a.date + a.why < b.date + b.why ? -1 : 1));

const ofFacts = new WeakMap<Facts, Break[]>();

/** Breaks where a source with over a tenth of all brands' stories joined or left, went dark for long or came back, on the first day after. Every figure asks for them. */
export function mixBreaks(facts: Facts): Break[] {
  const known = ofFacts.get(facts) ?? findMixBreaks(facts);
  ofFacts.set(facts, known);
  return known;
}

/** The days without coverage after the first covered one, each span from its first day to the day after its last. */
function darkSpans(covered: Uint8Array, joined: number, days: number): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let from = covered.indexOf(0, joined); from >= 0 && from < days; ) {
    const back = covered.indexOf(1, from);
    const to = back < 0 || back > days ? days : back;
    spans.push({ from, to });
    from = to < days ? covered.indexOf(0, to) : days;
  }
  return spans;
}

function findMixBreaks(facts: Facts): Break[] {
  const stories = new Float64Array(facts.sources.length);
  for (const rows of facts.rows) {
    for (let row = rows.starts[0] as number; row < (rows.starts[facts.days] as number); row++) {
      if (rows.previous[row] !== -1) continue;
      const source = rows.source[row] as number;
      stories[source] = (stories[source] as number) + 1;
    }
  }
  const total = stories.reduce((sum, one) => sum + one, 0);
  const breaks: Break[] = [];
  for (const [s, source] of facts.sources.entries()) {
    const share = (stories[s] as number) / total;
    if (!(share > largeShare) || source.coveredDays === 0) continue;
    const what = `Source ${source.id}, which holds ${Math.round(share * 100)}% of the stories,`;
    const at = (day: number, happened: string): void => {
      breaks.push({ date: dayName(facts.first + day), why: `${what} ${happened}.` });
    };
    const joined = source.covered.indexOf(1);
    if (joined > 0) at(joined, 'joined');
    for (const { from, to } of darkSpans(source.covered, joined, facts.days)) {
      const days = to - from;
      if (to === facts.days) {
        // Who took it out of the config meant it; one that is still asked for may come back.
        if (!source.listed) at(from, 'left');
        else if (days >= daysUntilLeft) at(from, 'has not been read since');
      } else if (days >= daysUntilLeft) {
        at(from, `was not read for ${days} days`);
        at(to, `is read again, after ${days} days`);
      }
    }
  }
  return byDate(breaks);
}

/** Breaks where a night published another method of the figure than the night before, or than is at work now. */
export function methodBreaks(facts: Facts, figure: string, method: string): Break[] {
  const nights = facts.published
    .filter((line) => line.figure === figure)
    .map((line) => ({ at: line.at, method: line.method }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const breaks: Break[] = [];
  let before: string | undefined;
  const step = (date: string, now: string): void => {
    if (before !== undefined && before !== now) {
      breaks.push({ date, why: `The method changed from ${before} to ${now}.` });
    }
    before = now;
  };
  for (const night of nights) step(nameOfDay(facts, night.at), night.method);
  step(facts.today, method);
  return breaks;
}

/** What made a replay worth while, as far as its note tells. */
function judgedBy({ by, config, from }: Replay): string {
  const others = [...new Set(from.map((judge) => judge.by))].filter((other) => other !== by);
  if (others.length > 0) return `by another scorer, ${by} in place of ${others.join(', ')}`;
  return from.some((judge) => judge.config !== config)
    ? `with other queries, themes, words or rules (${by})`
    : `since some were missing or edited (${by})`;
}

/** Breaks where all scores were made anew and some of them changed: earlier nights published other values for the same days. */
export const replayBreaks = (facts: Facts): Break[] =>
  facts.replays
    .filter(({ changed }) => changed > 0)
    .map((replay) => ({
      date: nameOfDay(facts, replay.at),
      why: `Scores replaced ${judgedBy(replay)}: ${replay.changed} of ${replay.scores} changed, those of earlier days too.`,
    }));

const nameOfDay = (facts: Facts, at: string): string => dayName(facts.calendar.dayAt(Date.parse(at)));

/** Breaks where the brands of a night differ from those of the night before, or from the config's. */
export function panelBreaks(facts: Facts): Break[] {
  const nights = new Map<string, Set<string>>();
  for (const { at, brand } of facts.published) {
    const night = nights.get(at) ?? new Set();
    nights.set(at, night.add(brand));
  }
  const breaks: Break[] = [];
  let before: Set<string> | undefined;
  const step = (date: string, now: Set<string>): void => {
    const then = before;
    before = now;
    if (!then) return;
    const joined = [...now].filter((id) => !then.has(id)).sort();
    const left = [...then].filter((id) => !now.has(id)).sort();
    if (joined.length + left.length === 0) return;
    const parts = [
      ...(joined.length > 0 ? [`${joined.join(', ')} joined`] : []),
      ...(left.length > 0 ? [`${left.join(', ')} left`] : []),
    ];
    breaks.push({ date, why: `The panel changed: ${parts.join('; ')}.` });
  };
  for (const [at, brands] of [...nights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    step(nameOfDay(facts, at), brands);
  }
  step(facts.today, new Set(facts.brands.map((brand) => brand.id)));
  return breaks;
}

export const allBreaks = (...lists: Break[][]): Break[] => byDate(lists.flat());
