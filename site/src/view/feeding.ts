import type { About, Figure } from '#contract';
import type { Heard } from '../data.ts';

/** Which groups of sources can feed a figure, from what they have brought so far. */
const heardIn: Record<string, (mention: Heard) => boolean> = {
  satisfaction: ({ rating }) => rating !== undefined,
  advocacy: ({ rating, score }) =>
    rating !== undefined ||
    (score?.intents.some((intent) => intent === 'recommend' || intent === 'warn') ?? false),
  loyalty: ({ score }) => score?.intents.some((intent) => intent === 'stay' || intent === 'leave') ?? false,
};

export function groupsFeeding(
  figure: Pick<Figure, 'id'>,
  about: Pick<About, 'brands' | 'groups' | 'sources'>,
  mentions: readonly Heard[],
): string[] {
  const own = about.brands[0]?.id;
  if (figure.id === 'share-of-voice') {
    // A source that is bound to one brand says nothing of the talk about the others.
    const unbound = new Set(
      about.sources.filter(({ brand }) => brand === undefined).map(({ group }) => group),
    );
    return about.groups.filter((group) => unbound.has(group));
  }
  // Surveys are imported, and page views are no talk of any group.
  if (figure.id.startsWith('surveys-') || figure.id.startsWith('attention')) return [];
  const counts = heardIn[figure.id];
  if (!counts) return about.groups;
  const found = new Set(
    mentions.filter((mention) => mention.brand === own && counts(mention)).map(({ group }) => group),
  );
  return about.groups.filter((group) => found.has(group));
}
