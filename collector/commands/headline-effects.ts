import type { FigureFile } from '#contract';
import type { Store } from '../store/open-store.ts';
import type { Effect } from './query-report.ts';
import type { Setting } from './setting.ts';
import { lastRun } from './stages.ts';

type Files = ReadonlyMap<string, FigureFile>;

/** What figures are measured for that are compared and not kept: they speak for the last run. */
export const aboutFor = (setting: Setting, store: Store, configHash: string) => ({
  now: setting.fixedClock ? setting.now : (lastRun(store) ?? setting.now),
  demo: setting.demo,
  configHash,
  commit: null,
  repository: null,
});

/** The headline figures of these brands as they were and as they are, where there is a value on either side. */
export function headlineEffects(was: Files, is: Files, brands: readonly string[]): Effect[] {
  const headline = (file: FigureFile | undefined, brand: string) =>
    (file && 'kind' in file && file.kind === 'series' ? file.headline?.[brand] : undefined) ?? null;
  return [...is].flatMap(([name, file]) => {
    if (!('kind' in file) || file.kind !== 'series') return [];
    const { id: figure, title, unit } = file;
    return brands.flatMap((brand): Effect[] => {
      const [before, after] = [headline(was.get(name), brand), headline(file, brand)];
      if ((before?.value ?? after?.value ?? null) === null) return [];
      return [{ figure, title, unit, brand, before, after }];
    });
  });
}
