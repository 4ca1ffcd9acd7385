import { link } from '../links.ts';
import { dayToMs } from '../view/calendar.ts';
import type { Fold, Row } from '../view/heard.ts';
import type { Formats } from '../view/numbers.ts';
import { hasWords, headOf, hostBeside } from '../view/row-text.ts';
import { foreignRel, safeLink } from '../view/safe-link.ts';
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
  put('tone-word', row.tone === null ? words.notScored : words.tone[row.tone]);
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
  put(
    'rating',
    row.rating ? say.rating(formats.number(row.rating.value, 1), formats.number(row.rating.of, 1)) : '',
  );
  slot('themes').replaceChildren(
    ...row.themes.map(({ id }) => {
      const theme = document.createElement('a');
      theme.href = `${link('mentions/')}?theme=${encodeURIComponent(id)}`;
      theme.textContent = names.get(`theme ${id}`) ?? id;
      return theme;
    }),
  );
  slot('copies').hidden = copies.length === 0;
  slot('copies-count').textContent = say.copies(formats.number(copies.length));
  slot('copies-list').replaceChildren(
    ...copies.map((copy) => {
      const item = document.createElement('li');
      item.append(`${source(copy)}, ${formats.day(dayToMs(copy.day))}: `, linkTo(copy));
      return item;
    }),
  );
  return made;
}
