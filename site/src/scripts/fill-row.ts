import { link } from '../links.ts';
import { dayToMs } from '../view/calendar.ts';
import type { Fold, Row } from '../view/heard.ts';
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
import { type Reports, wrongToneLink } from '../view/wrong-tone.ts';
import { words } from '../words.ts';

/** Names by `brand id`, `source id`, `theme id`. */
export type Names = Map<string, string>;

const say = words.mentions;

/** Marks the language of a stranger's text, where it is known, for those who hear the page. */
function mark(element: HTMLElement, row: Row): void {
  const { lang } = headOf(row);
  if (lang !== undefined) element.lang = lang;
}

function linkTo(row: Row): HTMLElement {
  const safe = safeLink(row.url);
  const made = document.createElement(safe ? 'a' : 'bdi');
  if (safe && made instanceof HTMLAnchorElement) {
    made.href = safe.href;
    made.rel = foreignRel;
  }
  made.dir = 'auto';
  mark(made, row);
  made.textContent = headOf(row).text;
  return made;
}

/** A row of the list, made of the page's own blank one; everything a stranger wrote is set as text. */
export function fillRow(
  blank: HTMLTemplateElement,
  { row, copies }: Fold,
  names: Names,
  formats: Formats,
  reports: Reports | null,
): HTMLElement {
  const made = (blank.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const slot = (name: string): HTMLElement =>
    made.querySelector<HTMLElement>(`[data-slot="${name}"]`) ?? made;
  const put = (name: string, text: string): void => {
    const element = slot(name);
    element.textContent = text;
    element.hidden = text === '';
  };
  const source = (one: Row): string => names.get(`source ${one.source}`) ?? one.source;
  slot('tone').dataset['tone'] = row.tone ?? 'unscored';
  const judged = toneTextOf(row, formats);
  put('tone-word', judged.word);
  put('sure', judged.sure);
  put('brand', row.brand === null ? say.category : (names.get(`brand ${row.brand}`) ?? row.brand));
  put('day', formats.day(dayToMs(row.day)));
  slot('day').setAttribute('datetime', row.day);
  put(
    'flag',
    row.dateFlag === undefined ? '' : row.dateFlag === 'date_inferred' ? say.inferred : say.clamped,
  );
  slot('title').replaceWith(linkTo(row));
  // As on the page: a post without a title is told by its text, once.
  const { kind } = headOf(row);
  slot('heading').classList.toggle('untitled', kind === 'text');
  slot('heading').classList.toggle('wordless', kind === 'none');
  put('excerpt', row.title === '' ? '' : row.excerpt);
  mark(slot('excerpt'), row);
  put('source', source(row));
  const address = safeLink(row.url);
  put('host', address ? hostBeside(address.host, source(row)) : hasWords(row) ? say.noLink : '');
  slot('host').classList.toggle('leads', address !== null && row.title !== '');
  const conflict = conflictText(row, formats);
  put('conflict', conflict);
  put('rating', row.rating && conflict === '' ? ratingText(row.rating, formats) : '');
  /** A link with its text, or none at all. */
  const putLink = (name: string, text: string | undefined, href: string): void => {
    if (text === undefined) {
      slot(name).remove();
      return;
    }
    put(name, text);
    slot(name).setAttribute('href', href);
  };
  putLink('lang', foreignLanguage(row), `${link('mentions/')}?lang=${encodeURIComponent(row.lang)}`);
  /** Copies of the one that the blank has, one for each; none, and the place is hidden. */
  const repeat = <T>(name: string, all: readonly T[], fill: (copy: HTMLElement, one: T) => void): void => {
    const [first] = slot(name).children;
    slot(name).replaceChildren(
      ...all.map((one) => {
        const copy = first?.cloneNode(true) as HTMLElement;
        fill(copy, one);
        return copy;
      }),
    );
    slot(name).hidden = all.length === 0;
  };
  repeat('themes', row.themes, (theme, { id, tone }) => {
    theme.setAttribute('href', `${link('mentions/')}?theme=${encodeURIComponent(id)}`);
    theme.dataset['tone'] = tone;
    const [name, heard] = theme.querySelectorAll('span');
    if (name) name.textContent = names.get(`theme ${id}`) ?? id;
    if (heard) heard.textContent = themeToneText(tone);
  });
  repeat('intents', row.intents, (intent, id) => {
    intent.setAttribute('href', `${link('mentions/')}?intent=${encodeURIComponent(id)}`);
    intent.textContent = intentName(id);
  });
  const wrong = wrongToneLink(row, reports);
  putLink('wrong', wrong === null ? undefined : words.judged.wrong, wrong ?? '');
  slot('copies').hidden = copies.length === 0;
  slot('copies-count').textContent = say.copies(formats.number(copies.length));
  slot('copies-list').replaceChildren(
    ...copies.map((copy) => {
      const item = document.createElement('li');
      const from = document.createElement('span');
      from.textContent = `${source(copy)}, ${formats.day(dayToMs(copy.day))}: `;
      item.append(from, linkTo(copy));
      return item;
    }),
  );
  return made;
}
