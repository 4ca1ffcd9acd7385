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
  'why',
  'gap',
  'journey',
  'tone-by-part',
  'volume-by-part',
  'share-of-voice-by-part',
  'advocacy-by-part',
  'loyalty-by-part',
  'satisfaction-by-part',
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
];

export function figuresInOrder(figures: Map<string, Figure>): Figure[] {
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...figures.values()].sort((a, b) => rank(a.id) - rank(b.id) || a.title.localeCompare(b.title));
}
