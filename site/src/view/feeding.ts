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

const heard = new WeakMap<readonly Heard[], Map<string, ReadonlySet<string>>>();
/** The groups in which a brand was heard so that a figure counts it; looked for once, since every page of the figure asks. */
function groupsIn(
  mentions: readonly Heard[],
  figure: string,
  brand: string | undefined,
): ReadonlySet<string> {
  const known = heard.get(mentions) ?? new Map<string, ReadonlySet<string>>();
  heard.set(mentions, known);
  const key = `${figure} ${brand}`;
  let found = known.get(key);
  if (!found) {
    const counts = heardIn[figure] ?? (() => true);
    found = new Set(
      mentions.filter((mention) => mention.brand === brand && counts(mention)).map(({ group }) => group),
    );
    known.set(key, found);
  }
  return found;
}

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
  if (!heardIn[figure.id]) return about.groups;
  const found = groupsIn(mentions, figure.id, own);
  return about.groups.filter((group) => found.has(group));
}
