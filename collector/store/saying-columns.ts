import { Mention, wholeText } from '#contract';
import { openByteNames } from './byte-names.ts';
import { type Columns, type Form, nameAt, noName } from './columns.ts';
import { fillMentions, halvesOf } from './mention-columns.ts';
import { wordsAt } from './mention-texts.ts';

/** A row for each mention and pattern that is found in its words. */
const sayingArrays = (rows: number) => ({
  id: new Uint32Array(2 * rows),
  brand: new Int32Array(rows),
  /** Which of the patterns. */
  nth: new Int32Array(rows),
});
type SayingColumns = Columns<ReturnType<typeof sayingArrays>>;

/** To be raised when words are looked for otherwise; other patterns, and another Unicode, tell themselves. */
const version = 1;

/** Which mentions say what: who asks of a long history every night need not read all of its words again. */
export const sayingForm = (patterns: readonly RegExp[]): Form<Mention, ReturnType<typeof sayingArrays>> => ({
  schema: Mention,
  rules: [`${version}`, process.versions.unicode ?? '', ...patterns.map(String)],
  arrays: sayingArrays,
  fill() {
    const names = openByteNames();
    const filling = fillMentions(1);
    const found: { high: number; low: number; brand: number; nth: number }[] = [];
    const look = (
      { idHigh, idLow, brand }: { idHigh: number; idLow: number; brand: string | null },
      words: Pick<Mention, 'title' | 'excerpt'>,
    ): void => {
      const whole = wholeText(words);
      for (const [nth, pattern] of patterns.entries())
        if (pattern.test(whole))
          found.push({
            high: idHigh,
            low: idLow,
            brand: brand === null ? noName : names.numberOfText(brand),
            nth,
          });
    };
    return {
      scan(bytes, line) {
        if (!filling.scan(bytes, line)) return false;
        look(filling.forget(), wordsAt(bytes, filling.words));
        return true;
      },
      add(mention) {
        const [idHigh, idLow] = halvesOf(mention.id);
        look({ idHigh, idLow, brand: mention.brand }, mention);
      },
      done: () => ({
        length: found.length,
        names: names.texts,
        arrays: {
          id: Uint32Array.from(found.flatMap(({ high, low }) => [high, low])),
          brand: Int32Array.from(found, ({ brand }) => brand),
          nth: Int32Array.from(found, ({ nth }) => nth),
        },
      }),
    };
  },
});

export function visitSaying(
  { length, names, arrays }: SayingColumns,
  visit: (idHigh: number, idLow: number, brand: string | null, nth: number) => void,
): void {
  for (let row = 0; row < length; row++)
    visit(
      arrays.id[2 * row] as number,
      arrays.id[2 * row + 1] as number,
      nameAt(names, arrays.brand[row] as number),
      arrays.nth[row] as number,
    );
}
