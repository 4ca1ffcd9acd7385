import type { About, Figure } from '#contract';
import type { Heard } from '../data.ts';

/** Which mentions a figure counts, where it does not count all. */
const heardIn: Record<string, (mention: Heard) => boolean> = {
  satisfaction: ({ rating }) => rating !== undefined,
  advocacy: ({ rating, score }) =>
    rating !== undefined ||
    (score?.intents.some((intent) => intent === 'recommend' || intent === 'warn') ?? false),
  loyalty: ({ score }) => score?.intents.some((intent) => intent === 'stay' || intent === 'leave') ?? false,
};

const heard = new WeakMap<readonly Heard[], ReadonlySet<string>>();
const keyOf = (figure: string, brand: string | null | undefined, group: string): string =>
  JSON.stringify([figure, brand, group]);

/** In which groups which brand was heard so that which figure counts it: looked for once, since every page asks, and the judgements are read for it. */
function heardOf(mentions: readonly Heard[]): ReadonlySet<string> {
  const known = heard.get(mentions);
  if (known) return known;
  const found = new Set<string>();
  const open = new Map<string, [figure: string, counts: (mention: Heard) => boolean][]>();
  for (const mention of mentions) {
    const { brand, group } = mention;
    const place = keyOf('', brand, group);
    // A group that is known to feed a figure needs no further look.
    const left = (open.get(place) ?? Object.entries(heardIn)).filter(([figure, counts]) => {
      const is = counts(mention);
      if (is) found.add(keyOf(figure, brand, group));
      return !is;
    });
    open.set(place, left);
  }
  heard.set(mentions, found);
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
  const found = heardOf(mentions);
  return about.groups.filter((group) => found.has(keyOf(figure.id, own, group)));
}
