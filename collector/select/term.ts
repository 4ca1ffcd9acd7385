import { fold, wordClass } from './fold.ts';
import { nearest } from './mistakes.ts';
import type { FieldName, Piece, Query, Shape, Term, TextField } from './query.ts';

const shortestStem = 3;
const mostWildcards = 3;

/** Accented letters that are also written with two: Müller, Mueller. ß is ss wherever it stands. */
const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const spelledOut = (text: string): string =>
  text.toLowerCase().replace(/[äöüøå]/g, (letter) => twoLetters[letter] ?? letter);

/** A hyphen within a name is as good as a space: Coca-Cola, Coca Cola. */
const joined = (folded: string): string =>
  folded.replace(/(?<=[\p{L}\p{M}\p{N}])-(?=[\p{L}\p{M}\p{N}])/gu, ' ');

// A ? at the end of a word is punctuation, as in Guess?
const wildcard = /\*|\?(?=[\p{L}\p{N}])/gu;

function shapeOf(form: string): Shape {
  const [head = '', ...texts] = form.split(wildcard);
  const gaps = form.match(wildcard) ?? [];
  return {
    head,
    pieces: texts.map((text, at): Piece => ({ gap: gaps[at] === '?' ? '?' : '*', text })),
  };
}

/** What speaks against the wildcards of a word or phrase. */
function wildcardError(body: string, exact: boolean): string | undefined {
  for (const word of body.split(/[ -]/)) {
    const first = word.search(wildcard);
    if (first < 0) continue;
    if (first < shortestStem)
      return `${word} would match too much: at least ${shortestStem} letters before ${word[first]}`;
    if (exact && first < word.length - 1) return `${word}: with = only the end of a word can be left open`;
  }
  return (body.match(wildcard) ?? []).length > mostWildcards
    ? `${body} holds more than ${mostWildcards} wildcards`
    : undefined;
}

const holdsWord = (text: string): boolean => Array.from(text).some((character) => wordClass(character) > 0);
const tidied = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/** A word or phrase to be met to the letter: case, accents and symbols count. */
function rawTerm(written: string, field: TextField | undefined): Term | { error: string } {
  const exact = tidied(written);
  if (exact === '') return { error: 'expected a word or phrase right after raw:' };
  return {
    kind: 'term',
    written: exact,
    forms: [fold(exact)],
    shapes: [],
    open: false,
    exact,
    raw: true,
    field,
  };
}

/** A word or phrase as it is written in a query; or what is wrong with it. */
export function termOf(written: string, field?: TextField): Term | { error: string } {
  const isExact = written.startsWith('=');
  const body = tidied(isExact ? written.slice(1) : written);
  const open = body.endsWith('*');
  const stem = (open ? body.slice(0, -1) : body).trim();
  if (!holdsWord(stem))
    return {
      error: `"${written}" holds no letter or digit to look for${stem === '' ? '' : `; for the symbols themselves write raw:"${stem}"`}`,
    };
  const error = wildcardError(body, isExact);
  if (error !== undefined) return { error };
  const forms = [...new Set([fold(stem), fold(spelledOut(stem))].map(joined))];
  return {
    kind: 'term',
    written: written.trim(),
    forms,
    shapes: forms.map(shapeOf),
    open,
    exact: isExact ? stem : undefined,
    raw: false,
    field,
  };
}

const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** A domain as it is stored: small, without www., in ASCII; anything else is the name of a community. */
export function siteName(written: string): string {
  const name = tidied(written).toLowerCase();
  const host = name.replace(/^www\./, '');
  return domain.test(host) ? (URL.parse(`https://${host}/`)?.hostname ?? host) : name;
}

function siteOf(written: string): Query | { error: string } {
  const address = /^https?:\/\/(?:.*@)?([^/?#@]*)\/?(.*)$/i.exec(tidied(written));
  if (address?.[2])
    return { error: `site: takes a domain, not an address: did you mean site:${address[1]}?` };
  const value = siteName(address?.[1] ?? written).replace(/^\./, '');
  if (value.search(wildcard) >= 0) {
    const plain = value.replace(/[*?]+/g, '').replace(/^\.+|\.+$/g, '');
    const hint = plain === '' ? '' : `: did you mean site:${plain}?`;
    return { error: `site: takes no wildcards, for a domain means its subdomains too${hint}` };
  }
  if (value === '') return { error: 'expected a domain or community right after site:' };
  return { kind: 'site', value };
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes of countries are easily taken for those of their languages: gr for el, jp for ja. */
function languageIn(country: string): string | undefined {
  if (country.length !== 2 || countries.of(country.toUpperCase()) === undefined) return undefined;
  return new Intl.Locale(`und-${country}`).maximize().language;
}

function langOf(written: string): Query | { error: string } {
  const tag = tidied(written).replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag))
    return { error: `lang: takes the code of a language, such as lang:en or lang:pt-BR, not "${written}"` };
  const [code = ''] = tag.split('-');
  if (languages.of(code) === undefined) {
    const meant = languageIn(code);
    return { error: `lang: knows no language "${code}"${meant ? `: did you mean lang:${meant}?` : ''}` };
  }
  // Three letters for a language that has two of its own would never be met.
  return { kind: 'lang', value: (Intl.getCanonicalLocales(tag)[0] ?? tag).toLowerCase() };
}

function groupOf(written: string, groups: readonly string[] | undefined): Query | { error: string } {
  const value = tidied(written);
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(value))
    return { error: `group: takes the id of a group of sources, such as group:news, not "${written}"` };
  if (groups && !groups.includes(value)) {
    const near = nearest(value, groups);
    const hint = near === undefined ? '' : `: did you mean group:${near}?`;
    return { error: `no source has the group "${value}"${hint} (there are ${groups.join(', ')})` };
  }
  return { kind: 'group', value };
}

/**
 * A word, phrase or value under the fields that stand before it, as in `title:raw:"C++"`; or what is wrong with it.
 * @param groups those that there are, where that is to be held against
 */
export function fieldedTerm(
  written: string,
  fields: readonly FieldName[],
  groups?: readonly string[],
): Query | { error: string } {
  const about = fields.find((name) => name === 'site' || name === 'lang' || name === 'group');
  if (about !== undefined && fields.some((name) => name !== about))
    return {
      error: `${about}: stands alone: it cannot be joined with ${fields.find((name) => name !== about)}:`,
    };
  if (about === 'site') return siteOf(written);
  if (about === 'lang') return langOf(written);
  if (about === 'group') return groupOf(written, groups);
  const places = fields.filter((name) => name === 'title' || name === 'text');
  const [field] = places;
  if (places.some((name) => name !== field))
    return { error: 'title: and text: cannot both hold: join two terms by AND instead' };
  return fields.includes('raw') ? rawTerm(written, field) : termOf(written, field);
}
