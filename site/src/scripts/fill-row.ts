import { link } from '../links.ts';
import { dayToMs } from '../view/calendar.ts';
import type { FacetKey } from '../view/facets.ts';
import { mentionsLink } from '../view/filter.ts';
import type { Row } from '../view/heard.ts';
import type { Formats } from '../view/numbers.ts';
import {
  conflictText,
  foreignLanguage,
  hasWords,
  headOf,
  hostBeside,
  intentName,
  ratingText,
  themeToneText,
  toneTextOf,
} from '../view/row-text.ts';
import { foreignRel, safeLink } from '../view/safe-link.ts';
import { markedParts, type Term } from '../view/text-words.ts';
import { type Reports, wrongToneLink } from '../view/wrong-tone.ts';
import { judgedWords, mentionsWords as say } from '../words-mentions.ts';

/** What a list of rows needs besides the rows. */
export type Filling = {
  /** A row of the page without anything in it. */
  blank: HTMLTemplateElement;
  name: (facet: FacetKey, id: string) => string;
  formats: Formats;
  reports: Reports | null;
  /** Words to mark in the texts. */
  terms: readonly Term[];
};

/** Text in which the words that a search found are marked. */
function put(element: HTMLElement, text: string, terms: readonly Term[]): void {
  if (terms.length === 0) {
    element.textContent = text;
    return;
  }
  element.replaceChildren(
    ...markedParts(text, terms).map((part) => {
      if (!part.marked) return document.createTextNode(part.text);
      const mark = document.createElement('mark');
      mark.textContent = part.text;
      return mark;
    }),
  );
}

/** Marks the language of a stranger's text, where it is known, for those who hear the page. */
function mark(element: HTMLElement, row: Row): void {
  const { lang } = headOf(row);
  if (lang !== undefined) element.lang = lang;
}

function linkTo(row: Row, terms: readonly Term[]): HTMLElement {
  const safe = safeLink(row.url);
  const made = document.createElement(safe ? 'a' : 'bdi');
  if (safe && made instanceof HTMLAnchorElement) {
    made.href = safe.href;
    made.rel = foreignRel;
  }
  made.dir = 'auto';
  mark(made, row);
  const { kind, text } = headOf(row);
  put(made, text, kind === 'none' ? [] : terms);
  return made;
}

/** A row of the list, made of the page's own blank one; everything a stranger wrote is set as text. */
export function fillRow(row: Row, copies: number, filling: Filling): HTMLElement {
  const { blank, name, formats, reports, terms } = filling;
  const made = (blank.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const slot = (name: string): HTMLElement =>
    made.querySelector<HTMLElement>(`[data-slot="${name}"]`) ?? made;
  const set = (place: string, text: string): void => {
    const element = slot(place);
    element.textContent = text;
    element.hidden = text === '';
  };
  const source = name('source', row.source);
  slot('tone').dataset['tone'] = row.tone ?? 'unscored';
  const judged = toneTextOf(row, formats);
  set('tone-word', judged.word);
  set('sure', judged.sure);
  set('brand', row.brand === null ? say.category : name('brand', row.brand));
  set('day', formats.day(dayToMs(row.day)));
  slot('day').setAttribute('datetime', row.day);
  set(
    'flag',
    row.dateFlag === undefined ? '' : row.dateFlag === 'date_inferred' ? say.inferred : say.clamped,
  );
  slot('title').replaceWith(linkTo(row, terms));
  // As on the page: a post without a title is told by its text, once.
  const { kind } = headOf(row);
  slot('heading').classList.toggle('untitled', kind === 'text');
  slot('heading').classList.toggle('wordless', kind === 'none');
  put(slot('excerpt'), row.title === '' ? '' : row.excerpt, terms);
  slot('excerpt').hidden = row.title === '' || row.excerpt === '';
  mark(slot('excerpt'), row);
  set('source', source);
  const address = safeLink(row.url);
  set('host', address ? hostBeside(address.host, source) : hasWords(row) ? say.noLink : '');
  slot('host').classList.toggle('leads', address !== null && row.title !== '');
  const conflict = conflictText(row, formats);
  set('conflict', conflict);
  set('rating', row.rating && conflict === '' ? ratingText(row.rating, formats) : '');
  /** A link with its text, or none at all. */
  const putLink = (place: string, text: string | undefined, href: string): void => {
    if (text === undefined) {
      slot(place).remove();
      return;
    }
    set(place, text);
    slot(place).setAttribute('href', href);
  };
  putLink('lang', foreignLanguage(row), link(mentionsLink({ lang: row.lang })));
  /** Copies of the one that the blank has, one for each; none, and the place is hidden. */
  const repeat = <T>(place: string, all: readonly T[], fill: (copy: HTMLElement, one: T) => void): void => {
    const [first] = slot(place).children;
    slot(place).replaceChildren(
      ...all.map((one) => {
        const copy = first?.cloneNode(true) as HTMLElement;
        fill(copy, one);
        return copy;
      }),
    );
    slot(place).hidden = all.length === 0;
  };
  repeat('themes', row.themes, (theme, { id, tone }) => {
    theme.setAttribute('href', link(mentionsLink({ theme: id })));
    theme.dataset['tone'] = tone;
    const [called, heard] = theme.querySelectorAll('span');
    if (called) called.textContent = name('theme', id);
    if (heard) heard.textContent = themeToneText(tone);
  });
  repeat('intents', row.intents, (intent, id) => {
    intent.setAttribute('href', link(mentionsLink({ intent: id })));
    intent.textContent = intentName(id);
  });
  const wrong = wrongToneLink(row, reports);
  putLink('wrong', wrong === null ? undefined : judgedWords.wrong, wrong ?? '');
  slot('copies').hidden = copies === 0;
  slot('copies-count').textContent = say.copies(formats.number(copies));
  slot('copies-list').replaceChildren();
  return made;
}

/** The first copies of a row, each with where it stood and when, and where all of them are. */
export function fillCopies(
  made: HTMLElement,
  row: Row,
  copies: readonly Row[],
  all: number,
  { name, formats, terms }: Filling,
): void {
  const lines = copies.map((copy) => {
    const item = document.createElement('li');
    const from = document.createElement('span');
    const source = name('source', copy.source);
    // One source may carry the same from several sites.
    const host = hostBeside(safeLink(copy.url)?.host ?? '', source);
    from.textContent = `${[source, host, formats.day(dayToMs(copy.day))].filter(Boolean).join(', ')}: `;
    item.append(from, linkTo(copy, terms));
    return item;
  });
  if (all > copies.length) {
    const item = document.createElement('li');
    const anchor = document.createElement('a');
    anchor.href = link(mentionsLink({ story: row.story }));
    anchor.textContent = say.allCopies(formats.number(all));
    item.append(anchor);
    lines.push(item);
  }
  made.querySelector('[data-slot="copies-list"]')?.replaceChildren(...lines);
}
