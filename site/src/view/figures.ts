import type { Figure } from '#contract';

/** Order in which figures are shown; those it does not name follow, by name. A new figure needs no change here. */
const order = [
  'awareness',
  'net-sentiment',
  'share-of-voice',
  'advocacy',
  'loyalty',
  'satisfaction',
  'stories',
  'mentions',
  'sites',
  'attention',
  'attention-share',
  'why',
  'gap',
  'journey',
  'tone-by-part',
  'volume-by-part',
  'awareness-by-part',
  'share-of-voice-by-part',
  'advocacy-by-part',
  'loyalty-by-part',
  'satisfaction-by-part',
  'satisfaction-by-version',
  'tone-by-month',
  'priorities',
  'emerging',
  'requests',
  'comparisons',
  'category',
  'voices',
  'alerts',
  'events',
  'brief',
  'restatements',
  'coverage',
  'coverage-by-part',
];

/** Figures that are shown on the page of another one as well: what it can't say alone. */
const beside: Readonly<Record<string, string>> = {
  attention: 'attention-share',
  satisfaction: 'satisfaction-by-version',
};

/** The figure that belongs beside another one on its page, where there is one that says anything. */
export function besideOf(id: string, figures: ReadonlyMap<string, Figure>): Figure | undefined {
  const other = figures.get(beside[id] ?? '');
  if (!other) return undefined;
  const says =
    other.kind === 'series'
      ? Object.values(other.brands).some(({ month }) => month.some(({ value }) => value !== null))
      : Object.values(other.brands).some(({ rows }) => rows.length > 0);
  return says ? other : undefined;
}

/** The figure that tells a series by part, where it is called otherwise. */
const byPart: Readonly<Record<string, string>> = {
  'net-sentiment': 'tone-by-part',
  stories: 'volume-by-part',
  mentions: 'volume-by-part',
};

/** Id of the figure that tells a series by part; null where there is none that says anything. */
export function byPartOf(id: string, figures: ReadonlyMap<string, Figure>): string | null {
  const other = figures.get(byPart[id] ?? `${id}-by-part`);
  const says = other?.kind === 'breakdown' && Object.values(other.brands).some(({ rows }) => rows.length > 0);
  return says ? other.id : null;
}

export function figuresInOrder(figures: Map<string, Figure>): Figure[] {
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...figures.values()].sort((a, b) => rank(a.id) - rank(b.id) || a.title.localeCompare(b.title));
}
