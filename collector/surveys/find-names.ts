import type { SurveyTools } from './survey-tools.ts';

/** Brands that a text names, in its order; and which comes first: `other` where it is one that is not on the panel. */
export type Named = { ids: string[]; first: string | 'other' | undefined };

/** What parts one entry of a list from the next: signs, numbers of a list, and words that stand between names. */
const between =
  /[,;/|&+•·!?…]|\.(?=\s|$)|\s[-–—]+\s|(?<![\p{L}\p{N}])\d{1,2}\s*[.):]|(?<![\p{L}\p{N}])(?:and|then|but|plus|followed by|und|dann|aber|sondern|et|puis|mais|y|pero|e)(?![\p{L}\p{N}])/u;
/** Parts names too, but what is denied of one side is denied of the other. */
const eitherOf = /(?<![\p{L}\p{N}])(?:or|nor|oder|noch|ou|ni|o)(?![\p{L}\p{N}])/u;
const letters = /\p{L}/u;
/** Between two names: what is said of the first is said of the second. */
const joined = /^\s*(?:or|nor|and|&|\/|oder|noch|und|ou|ni|et|y|o|e)\s*$/;

const denial =
  /(?<![\p{L}\p{N}])(?:not|never|no|nor|neither|none|nothing|isn't|don'?t|doesn'?t|didn'?t|haven'?t|can'?t|cannot|unfamiliar|unaware|nicht|kein\p{L}*|nie|niemals|pas|jamais|aucune?|nunca|ningun\p{L}*|nessun\p{L}*)(?![\p{L}\p{N}])/u;
/** Words of denial that deny nothing. */
const noDenial =
  /(?<![\p{L}\p{N}])(?:not (?:only|just|sure|certain)|no\.? ?\d{1,3}|no doubt|don'?t know if)(?![\p{L}\p{N}])/gu;
/** What begins anew: "don't know, maybe X". */
const anew =
  /(?<![\p{L}\p{N}])(?:maybe|perhaps|probably|possibly|guess|vielleicht|peut-etre|quiza)(?![\p{L}\p{N}])/u;
/** "anything but X"; after a denial, "nothing but X", the contrary. */
const exception =
  /(?:(?:any|every|no)\p{L}{0,8}|all|none|brands?) but (?:the )?$|(?:except(?: for)?|other than|apart from|rather than|instead of) (?:the )?$/u;
/** What denies a name that stands before it: "X: never heard of it". */
const deniedAfter =
  /^\s*[?:(=–—-]*\s*(?:(?:i|i've|have|had|ich|habe|je|j'ai) ){0,2}(?:never heard|haven'?t heard|not (?:known|familiar|heard|aware)|unknown|unfamiliar|don'?t know (?:it|them|that)|nie gehort|kenne ich nicht|unbekannt|jamais entendu|inconnue?)(?![\p{L}\p{N}])|^\s*[:=(–—-]+\s*no\)?\s*(?:[,;]|$)/u;

const fillers = new Set(
  "first 1st second well hm hmm um uh ok okay yes maybe perhaps probably definitely mainly mostly of course for me i i'd i'm think know say guess the x na n a dk idk unsure".split(
    ' ',
  ),
);

/** Whether a name stands in what is denied. */
function isDenied(clause: string): boolean {
  const left = (clause.split(anew).at(-1) ?? '').replace(noDenial, ' ');
  const found = exception.exec(left);
  return found
    ? !denial.test(`${left.slice(0, found.index)} ${/^no|^none/.exec(found[0])?.[0] ?? ''}`)
    : denial.test(left);
}

/** Whether a whole entry may be the name of somebody else: not where it is a filler, or says that there is none. */
const isOther = (entry: string): boolean =>
  !denial.test(entry) &&
  entry.split(/[^\p{L}\p{N}']+/u).some((word) => letters.test(word) && !fillers.has(word));

/**
 * Finds the panel's brands in what somebody wrote: every name that stands there, the longest at each place, so that "Northwind
 * Air" is not taken for "Northwind". One that is denied ("not X", "never heard of X") is not named.
 */
export function nameFinder({ brands, fold, plain }: SurveyTools): (text: string) => Named {
  const idOf = new Map(
    brands.flatMap(({ id, names }) => names.map((name) => [fold(name).replace(/\s+/g, ' ').trim(), id])),
  );
  idOf.delete('');
  const names = [...idOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (written) => {
    const text = fold(plain(written.replace(/[\r\n]+/g, ' ; ')))
      .replace(/\s+/g, ' ')
      .trim();
    const found = [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
      id: idOf.get(name) as string,
      from: index,
      to: index + name.length,
    }));
    const ids: string[] = [];
    let first: Named['first'];
    let wasDenied = false;
    let end = 0;
    for (const [at, { id, from, to }] of found.entries()) {
      const gap = text.slice(end, from);
      const entries = ` ${gap}`.split(between);
      const clause = exception.test(gap) ? gap : (entries.at(-1) ?? '');
      const after = text.slice(to, found[at + 1]?.from).split(/[,;]/, 1)[0] ?? '';
      if (!(at > 0 && joined.test(gap))) wasDenied = isDenied(clause);
      const before = [...entries.slice(0, -1), ...clause.split(eitherOf).slice(0, -1)];
      if (before.some(isOther)) first ??= 'other';
      if (!wasDenied && !deniedAfter.test(after)) {
        first ??= id;
        if (!ids.includes(id)) ids.push(id);
      }
      end = to;
    }
    if (text.slice(end).split(between).some(isOther)) first ??= 'other';
    return { ids, first };
  };
}
