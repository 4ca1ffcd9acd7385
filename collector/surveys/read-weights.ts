const written = /^\d{1,6}([.,]\d{1,9})?$/;
const eitherWay = /^[1-9]\d{0,2},\d{3}$/;
const decimalComma = /^(?:0,\d{1,9}|\d{1,6},(?:\d{1,2}|\d{4,9}))$/;

/**
 * Weights of a file's rows. A comma parts decimals; but where no weight of the file shows that it does, `1,020` may as well be
 * 1020, and is not guessed.
 */
export function weightReader(texts: readonly string[]): (text: string) => number | { wrong: string } {
  const hasCommas =
    texts.some((text) => decimalComma.test(text)) && !texts.some((text) => text.includes('.'));
  return (text) => {
    if (eitherWay.test(text) && !hasCommas)
      return {
        wrong: `the weight "${text}", which may be ${text.replace(',', '.')} or ${text.replace(',', '')}: write it without a comma`,
      };
    if (written.test(text)) return Number(text.replace(',', '.'));
    return { wrong: 'no weight of 0 or more; a weighted survey needs one in each row' };
  };
}
