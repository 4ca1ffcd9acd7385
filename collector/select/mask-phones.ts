import { replaceSigns, type Signs } from './plain-signs.ts';

// Neither part of a word, price or code nor the later groups of a longer number: 1 045 000 000.
const alone = String.raw`(?<![\p{L}\p{N}+#/€£$¥₹.,:\/-]|(?:^|[ ,.])\d{1,6} )`;
// As `alone`, but for what stands behind the colon of a label: Tel.:0171 1234567; times are 10:30.
const afterLabel = String.raw`(?<![\p{L}\p{N}+#€£$¥₹.,\/-]|\d:|(?:^|[ ,.])\d{1,6} )`;
/**
 * Telephone numbers, as they are written by custom; prices, years, dates, versions, ISBNs and plain runs of digits must
 * stay. An order number that is written as one of these is taken for one: that loses less than a number left standing.
 */
const customs: readonly string[] = [
  // International, E.164: +49 30 123456789, +1-202-555-0100, +49 (0)30 1234567
  String.raw`(?<![\p{N}+])\+[1-9]\d{0,2}(?:[ ().\/-]{0,2}\d{1,5}){2,6}`,
  // Area code in parentheses: (030) 1234567, (020) 7946 0958; (555) 123-4567; (11) 91234-5678
  String.raw`(?<![\p{L}\p{N}])\((?:0\d{1,5}\)[ \/-]{0,2}\d{2,8}(?:[ -]\d{2,5}){0,3}|[2-9]\d{2}\) ?\d{3}[ .-]\d{4}|[1-9]{2}\) ?9?\d{4}[ -]\d{4})`,
  // In groups after a 0: 0800 123 4567, 07700 900123, 030/1234567, 030-123 45 67
  String.raw`${afterLabel}0\d{2,5}(?: ?[\/-] ?| )\d{2,8}(?:[ -]\d{2,5}){0,3}`,
  // In pairs after a 0: 06 12 34 56 78
  String.raw`${afterLabel}0[1-9]([ .-])\d{2}(?:\1\d{2}){3}`,
  // North American without parentheses: 202-555-0100
  String.raw`${afterLabel}[2-9]\d{2}([.-])[2-9]\d{2}\2\d{4}`,
  // British and German mobiles in one run: 07700900123, 01701234567
  String.raw`${afterLabel}0(?:7\d{9}|1[567]\d{8,9})`,
];
/** Written as other numbers may be too, so that what they are called by counts: order 0301234567 is none. */
const looser: readonly string[] = [
  // International, with the 00 that is dialled: 0049 170 1234567, 00491701234567
  String.raw`${afterLabel}00[1-9]\d{0,2}(?:[ ().\/-]{0,3}\d{1,5}){2,6}`,
  // 1-800-555-0199
  String.raw`${afterLabel}1[ .-](?:\([2-9]\d{2}\)|[2-9]\d{2})[ .-]\d{3}[ .-]\d{4}`,
  // Short area codes: 08-123 456 78, 02 9374 4000, 03-1234-5678
  String.raw`${afterLabel}0[1-9](?:-\d{2,3}(?: \d{2,3}){2,3}|([ -])\d{4}\1\d{4})`,
  // Chinese and Indian mobiles: 138 0013 8000, 98765 43210; not 60000 70000
  String.raw`${alone}1[3-9]\d([ -])\d{4}\2\d{4}`,
  String.raw`${alone}[6-9]\d{4} \d{5}(?<!00)`,
  String.raw`(?<=\p{sc=Han}[^\p{L}\p{N}]{0,3})1[3-9]\d{9}`,
  // National ones in one run: 0301234567, 0612345678
  String.raw`${afterLabel}0[1-9]\d{8,9}`,
];
const end = String.raw`(?![\p{N}]|[.,:/-]\d)`;
const phone = new RegExp(`(?:${customs.join('|')})${end}`, 'gu');
const perhaps = new RegExp(`(?:${looser.join('|')})${end}`, 'gu');
/** What other numbers are called by: order no. 0301234567. */
const ofThings =
  /(?:^|[^\p{L}])(?:orders?|order(?:number|id)|bestell(?:ung|nummer|nr)|auftrag|auftragsnummer|commande|pedido|ordine|ean|upc|gtin|isbn|issn|asin|sku|serial|seriennummer|model|modell|modèle|article|artikel|artikelnummer|item|invoice|rechnung|rechnungsnummer|facture|factura|ticket|case|ref|reference|tracking|parcel|sendung|sendungsnummer|code|barcode|number|no|nr|num|numéro|id)[^\p{L}\p{N}]{0,4}$/iu;

/** A number that is said to be one of a telephone: tel 555 123 4567. */
const called =
  /(?<![\p{L}\p{N}])(?:(tel|telefon(?:nummer)?|telephone|téléphone|teléfono|telefono|phone (?:number|no)|fax|whats ?app)|call|ring|phone|cell|mobile|mobil|handy|text|ruf(?:en|t)?|anrufen)(?:[.:]{0,2} ?(?:(?:me|us|mich|uns) ?)?(?:(?:is|at|on|ist|unter|an|auf|under) ?)?)(\+?\(?\d[\d ()./-]{5,22}\d)(?![\p{N}]|[.,:/-]\d)/giu;
const dateFirst = /^\(?(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?!\d)/;
const fewestCalled = { surely: 7, perhaps: 9 };

/** Digits of a telephone number, with those of its country or its 0: E.164 allows up to 15. */
const [fewestDigits, mostDigits] = [9, 15];
const dialled = (found: string): string => found.replace('(0)', '').replace(/\D/g, '').replace(/^00/, '');
const isLong = (found: string, fewest = fewestDigits): boolean => {
  const digits = dialled(found).length;
  return digits >= fewest && digits <= mostDigits;
};
const groupsOf = (found: string): string[] => found.split(/\D+/).filter((group) => group !== '');
const areYears = (found: string): boolean => {
  const long = groupsOf(found).filter(({ length }) => length === 4);
  return long.length > 1 && long.every((group) => /^(?:19|20)/.test(group));
};

/** Nobody writes plain numbers in wide digits, or in those of two scripts, but to be read by people alone. */
const run = /(?<![\p{L}\p{N}.,#€£$¥₹/-])\d{9,15}(?![\p{L}\p{N}]|[.,:/-]\d)/gu;
const isHidden = (shown: string): boolean =>
  /[\uff10-\uff19]/.test(shown) || (/[0-9]/.test(shown) && /(?![0-9])\p{Nd}/u.test(shown));

/** What every pattern needs: most texts have nothing of the kind. */
const longEnough = /\d[\d ()./-]{5}/;

/** Hides telephone numbers: `0049 170 1234567` → `☎…`. */
export function maskPhones(signs: Signs): Signs {
  if (!longEnough.test(signs.plain)) return signs;
  const surely = replaceSigns(signs, phone, ([found]) => (isLong(found) ? '☎…' : undefined));
  const said = replaceSigns(surely, called, ({ 0: found, 1: isSure, 2: number = '' }) => {
    const isNumber =
      isLong(number, isSure ? fewestCalled.surely : fewestCalled.perhaps) &&
      !dateFirst.test(number) &&
      !areYears(number) &&
      (isSure !== undefined || groupsOf(number).some(({ length }) => length >= 4));
    return isNumber ? `${found.slice(0, -number.length)}☎…` : undefined;
  });
  const isCalledOtherwise = ({ input, index }: RegExpExecArray) =>
    ofThings.test(input.slice(Math.max(0, index - 30), index));
  const likely = replaceSigns(said, perhaps, (found) =>
    isLong(found[0]) && !areYears(found[0]) && !isCalledOtherwise(found) ? '☎…' : undefined,
  );
  return replaceSigns(likely, run, (found, shown) =>
    isHidden(shown) && !found[0].endsWith('000') && !isCalledOtherwise(found) ? '☎…' : undefined,
  );
}
