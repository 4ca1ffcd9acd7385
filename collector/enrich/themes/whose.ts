import type { Brand } from '#contract';
import { ownNamesOf, wholeWords } from '../names.ts';
import { wordsOf } from '../words.ts';
import { smallWords } from './common-words.ts';

/** A name of a brand in a text, in code units. */
export type Naming = { brand: string; from: number; to: number; genitive: boolean };

/**
 * A name that its query looks for by its first word alone is also known by that: "Northwind" of Northwind Coffee.
 * It names the brand, and yet it is not hidden from the themes.
 */
function shortNameOf({ name, any = [], match = '' }: Brand): string[] {
  const [first = '', second] = name.split(/\s+/);
  if (second === undefined || first.length < 4) return [];
  const asked = [...any, ...match.replace(/["“”][^"“”]*["“”]/g, ' ').split(/[\s()]+/)];
  return asked.some((word) => word.toLowerCase() === first.toLowerCase()) ? [first] : [];
}

/** Finds the names of brands in a text. */
export function namingFinder(brands: readonly Brand[]): (text: string) => Naming[] {
  const byName = new Map<string, string>();
  for (const brand of brands)
    for (const name of [...ownNamesOf(brand), ...shortNameOf(brand)]) {
      const low = name.toLowerCase();
      if (!byName.has(low)) byName.set(low, brand.id);
    }
  const pattern = wholeWords(Array.from(byName.keys()));
  return (text) => {
    if (pattern === null) return [];
    return Array.from(text.matchAll(pattern), ({ 0: found, index }): Naming => {
      const low = found.toLowerCase();
      const brand = byName.get(low) ?? byName.get(low.replace(/['’]s$/, '')) ?? '';
      return { brand, from: index, to: index + found.length, genitive: !byName.has(low) };
    });
  };
}

/** A text whose names of brands are no words of any theme; places stay where they are. */
export function namesBlanked(text: string, hidden: readonly Pick<Naming, 'from' | 'to'>[]): string {
  let blanked = text;
  for (const { from, to } of hidden)
    blanked = blanked.slice(0, from) + 'x'.repeat(to - from) + blanked.slice(to);
  return blanked;
}

const turn = /,\s+|\s(?=(?:while|whereas|but|yet)\s)|:\s/giu;
// What a name is only compared with is not what a clause is about.
const besides =
  /(?:\b(?:than|unlike|versus|vs\.?|compared (?:to|with)|instead of|rather than|(?:switched|moved|came) from)\s+(?:the\s+|an?\s+)?)$/iu;
const most = 60;

/** The brands that what is said at a place of a clause belongs to; null where nothing tells. */
export type Owners = (from: number) => ReadonlySet<string> | null;

/**
 * Follows a text clause by clause and tells whose each thing said is: of the brand in the genitive before it ("Bluebird's
 * delivery"), else of those that its part of the clause names, else of those named last. A name that something is only
 * compared with ("than Bluebird", "unlike Bluebird") says nothing of whose it is. A list of names belongs to what follows it.
 */
export function ownership(): (clause: string, namings: readonly Naming[]) => Owners {
  let last: ReadonlySet<string> | null = null;
  return (clause, namings) => {
    const parts: { to: number; owners: ReadonlySet<string> | null }[] = [];
    let from = 0;
    let carried: string[] = [];
    const ends = [...Array.from(clause.matchAll(turn), (found) => found.index), clause.length];
    for (const to of ends) {
      const inside = namings.filter((naming) => naming.from >= from && naming.from < to);
      const meant = inside.filter(
        (naming) => !besides.test(clause.slice(Math.max(0, naming.from - most), naming.from)),
      );
      const rest = wordsOf(
        namesBlanked(clause, inside)
          .slice(from, to)
          .replace(/\bx+\b/g, ' '),
      ).filter((word) => word !== 'and' && word !== 'or' && !smallWords.has(word));
      const named: string[] = [...carried, ...meant.map(({ brand }) => brand)];
      if (rest.length === 0 && to < clause.length) carried = named;
      else {
        if (named.length > 0) last = new Set(named);
        carried = [];
      }
      parts.push({ to, owners: named.length > 0 ? new Set(named) : last });
      from = to;
    }
    return (at) => {
      const owner = namings.findLast((naming) => naming.genitive && naming.to <= at);
      if (
        owner &&
        wordsOf(clause.slice(owner.to, at)).length <= 1 &&
        !/[,;:]/.test(clause.slice(owner.to, at))
      )
        return new Set([owner.brand]);
      return parts.find((part) => at < part.to)?.owners ?? null;
    };
  };
}
