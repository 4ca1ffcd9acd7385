import type { Figure } from '#contract';
import type { words } from '../words.ts';

export type PageId = keyof typeof words.nav;

/** Pages in the order of the navigation; what none of their figures was measured for is left out. */
const pages: readonly {
  id: PageId;
  path: string;
  needs?: (figures: ReadonlyMap<string, Figure>) => boolean;
}[] = [
  { id: 'overview', path: '' },
  { id: 'compare', path: 'compare/', needs: (figures) => figures.size > 0 },
  { id: 'priorities', path: 'priorities/', needs: (figures) => figures.has('priorities') },
  { id: 'journey', path: 'journey/', needs: (figures) => figures.has('journey') },
  { id: 'emerging', path: 'emerging/', needs: (figures) => figures.has('emerging') },
  { id: 'voices', path: 'voices/', needs: (figures) => figures.has('voices') },
  {
    id: 'surveys',
    path: 'surveys/',
    needs: (figures) => [...figures.keys()].some((id) => id.startsWith('surveys-')),
  },
  { id: 'mentions', path: 'mentions/' },
  { id: 'alerts', path: 'alerts/', needs: (figures) => figures.has('alerts') },
  { id: 'brief', path: 'brief/', needs: (figures) => figures.has('brief') },
  { id: 'coverage', path: 'coverage/' },
  { id: 'data', path: 'data/' },
  { id: 'method', path: 'method/' },
];

export const navigation = (figures: ReadonlyMap<string, Figure>): readonly { id: PageId; path: string }[] =>
  pages.filter(({ needs }) => needs?.(figures) ?? true);
