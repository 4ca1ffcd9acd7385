import type { Signs } from './plain-signs.ts';

/** Characters of an IBAN by country, as the registry of SWIFT lists them. */
const ibanLengths = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23
  GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18
  NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((one) => [one.slice(0, 2), Number(one.slice(2))] as const),
);
const ibanStart = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z\d])/gu;
const longestIban = 34;
/** Signs between the groups of an IBAN: as many as characters would be one between each two. */
const mostGroups = 17;

/** Remainder of the digits by 97, letters being 10 to 35, the first four characters behind the others: ISO 13616. */
function isIban(text: string): boolean {
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** Where the IBAN that begins here ends; undefined where none begins. */
function endOfIban(text: string, start: number): number | undefined {
  const length = ibanLengths.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return undefined;
  let found = '';
  let at = start;
  for (; found.length < length && at < start + longestIban + mostGroups; at += 1) {
    const character = text[at] ?? '';
    if (/[A-Za-z\d]/.test(character)) found += character;
    else if (!/[ \u00a0-]/.test(character)) return undefined;
  }
  const isWhole = found.length === length && !/[\p{L}\p{N}]/u.test(text[at] ?? '');
  return isWhole && isIban(found) ? at : undefined;
}

/** Card numbers as they are written and printed; not the middle of a longer number, of an address or of a code. */
const cardStart =
  /(?<![\p{L}\p{N}_+#/=%.-])(?=(\d{4}([ \u00a0.-])\d{4}\2\d{4}\2\d{4}(?:\2\d{3})?|\d{4}([ \u00a0.-])\d{6}\3\d{4,5}|\d{14,19})(?![\p{L}\p{N}_]|[-/.,=]\d))/gu;
/** Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro: what their numbers begin with, and how long they are. */
const issuers =
  /^(?:4\d{15}|4\d{18}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14}|62\d{17}|(?:50|5[6-9]|6\d)\d{14})$/;

/** Luhn: every other digit from the right is doubled; the sum of all digits is a multiple of ten. */
function isCard(digits: string): boolean {
  if (!issuers.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Puts … for what was found from each start to its end; of two that overlap the first counts. */
function withoutFound(
  { shown, plain }: Signs,
  found: Iterable<readonly [start: number, end: number | undefined]>,
): Signs {
  const masked = { shown: '', plain: '' };
  let from = 0;
  for (const [start, end] of found) {
    if (end === undefined || start < from) continue;
    masked.shown += `${shown.slice(from, start)}№…`;
    masked.plain += `${plain.slice(from, start)}№…`;
    from = end;
  }
  return { shown: masked.shown + shown.slice(from), plain: masked.plain + plain.slice(from) };
}

/**
 * Hides the numbers of cards and bank accounts: `4111 1111 1111 1111` → `№…`. Both carry digits that check the others, so that
 * the numbers of orders, parcels and products stay, but for the few that would pass as one.
 */
export function maskAccounts(signs: Signs): Signs {
  const { plain } = signs;
  if (!/\d/.test(plain)) return signs;
  const withoutIbans = withoutFound(
    signs,
    Array.from(plain.matchAll(ibanStart), ({ index }) => [index, endOfIban(plain, index)] as const),
  );
  return withoutFound(
    withoutIbans,
    Array.from(withoutIbans.plain.matchAll(cardStart), ({ index, 1: card = '' }) => {
      const isFound = isCard(card.replace(/\D/g, ''));
      return [index, isFound ? index + card.length : undefined] as const;
    }),
  );
}
