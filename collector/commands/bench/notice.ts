/** What numbers of the scorer come from, as its NOTICE says it. */
export type Named = { name: string; by: string; licence: string; url: string };

const apart = / {2,}/;

/** Everything that the NOTICE gives an address of: indented lines of name, makers and licence, two blanks apart, then the address. */
export function readNotice(notice: string): Named[] {
  const found: Named[] = [];
  let block: string[] = [];
  for (const line of notice.split('\n')) {
    const url = /^\s+(https:\/\/\S+)$/.exec(line)?.[1];
    if (url !== undefined) {
      const [name = '', by = '', licence = ''] = block.flatMap((text) => text.trim().split(apart));
      found.push({ name, by, licence, url });
    }
    block = url === undefined && line.startsWith('  ') ? [...block, line] : [];
  }
  return found;
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
