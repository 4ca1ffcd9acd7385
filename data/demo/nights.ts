import { dayMs, dayOf, dayStart, demoNow, demoSeed, demoSources, firstDay, lostRuns } from './plan.ts';
import { randomFrom } from './random.ts';
import { viewsSource } from './views.ts';

/**
 * The simulated nights, oldest first: planned for 04:17 UTC, begun up to three hours late as scheduled runs are, without
 * those that got lost. The last is the demo's fixed clock.
 */
export function nights(seed: string = demoSeed): Date[] {
  const random = randomFrom(`${seed}/nights`);
  const all: Date[] = [];
  for (let at = dayStart(firstDay); at < dayStart(dayOf(demoNow)); at += dayMs) {
    // Drawn for lost nights too, so that losing another one moves no other.
    const lateMs = Math.floor(random.next() ** 2 * 3 * 3600) * 1000;
    if (!lostRuns.includes(dayOf(at))) all.push(new Date(at + (4 * 60 + 17) * 60_000 + lateMs));
  }
  return [...all, demoNow];
}

/** Ids of the sources that brand.yml held on that night: one joins late. */
export const plannedSources = (night: Date): string[] => [
  ...demoSources.filter((source) => !source.joins || dayOf(night) >= source.joins).map((source) => source.id),
  viewsSource,
];
