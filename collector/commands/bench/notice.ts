/** What numbers of the scorer come from, as its NOTICE says it; empty where it says nothing of that. */
export type Named = { name: string; by: string; licence: string; url: string | null };

const entry = /^ {2}(?=\S)/;
const address = /^\s+(https:\/\/\S+)$/;
/** A name that is too long for its column goes on below, next to nothing. */
const goesOn = /^ {20,}\S/;
const apart = / {2,}/;

/**
 * Reads the lists of a NOTICE: entries two blanks in, with name, makers and licence two blanks or more apart, and below an address.
 * "As the package has them" is said of the entry before, and is none.
 */
export function readNotice(notice: string): Named[] {
  const entries: { parts: string[]; url: string | null }[] = [];
  for (const line of notice.split('\n')) {
    const last = entries.at(-1);
    const url = address.exec(line)?.[1];
    if (entry.test(line)) entries.push({ parts: line.trim().split(apart), url: null });
    else if (last && url !== undefined) last.url = url;
    else if (last && goesOn.test(line)) last.parts.push(...line.trim().split(apart));
  }
  return entries
    .map(({ parts: [name = '', ...rest], url }) => {
      const licence = rest.pop() ?? '';
      return { name, by: rest.join(', '), licence, url };
    })
    .filter(({ name }) => !name.startsWith('as '));
}

/** Sets of labelled texts, by the name that the NOTICE has their source under. */
const sources: readonly [RegExp, RegExp][] = [
  [/^goemotions$/, /GoEmotions/],
  [/^vader_/, /vaderSentiment$/],
  [/^uci_/, /UCI 331/],
  [/^gne$/, /GoodNewsEveryone/],
  [/newsmtsc/, /^NewsMTSC/],
  [/sentfin/, /^SEntFiN/],
  [/mams/, /^MAMS/],
];

/** The sets that are parts of a source. */
export const setsFrom = (name: string, sets: readonly string[]): string[] =>
  sets.filter((set) => sources.some(([part, whole]) => part.test(set) && whole.test(name)));
