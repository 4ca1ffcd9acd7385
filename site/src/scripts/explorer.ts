/** The filters of the Mentions page. The address is their state; the months' files are read as they are needed, newest first. */
import {
  type Filter,
  filterKeys,
  isBackwards,
  isFiltered,
  matcher,
  monthsFor,
  noFilter,
  readFilter,
  writeFilter,
} from '../view/filter.ts';
import { type Fold, foldInto, type Row } from '../view/heard.ts';
import { makeFormats } from '../view/numbers.ts';
import type { Reports } from '../view/wrong-tone.ts';
import { words } from '../words.ts';
import { fillRow, type Names } from './fill-row.ts';

const pageSize = 50;
const explorer = document.querySelector<HTMLElement>('[data-explorer]');
if (explorer) start(explorer);

function start(root: HTMLElement): void {
  const find = <T extends Element>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`the page lacks ${selector}`);
    return found;
  };
  const form = find<HTMLFormElement>('[data-filters]');
  const list = find<HTMLElement>('[data-list]');
  const count = find<HTMLElement>('[data-count]');
  const more = find<HTMLButtonElement>('[data-more]');
  const empty = find<HTMLElement>('[data-empty]');
  const orderNote = find<HTMLElement>('[data-order]');
  const unknownNote = find<HTMLElement>('[data-unknown]');
  const failedNote = find<HTMLElement>('[data-failed]');
  const blank = find<HTMLTemplateElement>('[data-blank]');
  const formats = makeFormats(root.dataset['locale'] ?? 'en-GB', 'UTC');
  const api = root.dataset['api'] ?? '';

  const names: Names = new Map();
  const months: { month: string; name: string }[] = [];
  const reported = new Set<string>();
  for (const entry of find<HTMLTemplateElement>('[data-names]').content.querySelectorAll('data')) {
    const [kind, id] = entry.value.split(' ');
    if (kind === 'month' && id) months.push({ month: id, name: entry.textContent });
    else if (kind === 'labelled' && id) reported.add(id);
    else names.set(entry.value, entry.textContent);
  }
  const { repository, site = '', forbidden = '' } = root.dataset;
  const reports: Reports | null =
    repository === undefined
      ? null
      : { repository, site, sources: reported, forbidden: forbidden.split(' ').filter(Boolean) };
  const options = (name: string): Set<string> =>
    new Set(
      [...form.querySelectorAll<HTMLOptionElement>(`[name="${name}"] option`)].map(({ value }) => value),
    );
  const known = {
    brand: options('brand'),
    group: options('group'),
    tone: options('tone'),
    theme: options('theme'),
    intent: options('intent'),
    lang: options('lang'),
    rating: options('rating'),
  };

  // What the page came with, for when all filters are taken off again.
  const first = { rows: [...list.children], count: count.textContent, more: more.hidden };
  const files = new Map<string, Promise<Row[]>>();
  const rowsOf = (month: string): Promise<Row[]> => {
    const asked = files.get(month);
    if (asked) return asked;
    const answer = fetch(`${api}${month}.json`).then(async (response) => {
      if (!response.ok) throw new Error(String(response.status));
      return ((await response.json()) as { mentions: Row[] }).mentions;
    });
    answer.catch(() => files.delete(month));
    files.set(month, answer);
    return answer;
  };

  let searches = 0;
  let folds = new Map<string, Fold>();
  let shown = pageSize;

  function draw(): void {
    const wanted = [...folds.values()].slice(0, shown);
    list.replaceChildren(...wanted.map((fold) => fillRow(blank, fold, names, formats, reports)));
    more.hidden = folds.size <= shown;
  }

  /** Reads the months of a filter and shows rows as they come; a newer search makes an older one stop. */
  async function run(filter: Filter, unknown: boolean): Promise<void> {
    searches += 1;
    const mine = searches;
    unknownNote.hidden = !unknown;
    orderNote.hidden = !isBackwards(filter);
    failedNote.hidden = true;
    empty.hidden = true;
    if (!isFiltered(filter) && shown === pageSize) {
      list.replaceChildren(...first.rows);
      count.textContent = first.count;
      more.hidden = first.more;
      root.dataset['state'] = 'done';
      return;
    }
    root.dataset['state'] = 'searching';
    folds = new Map();
    const passes = matcher(filter);
    let mentions = 0;
    let drawn = -1;
    const wanted = monthsFor(
      months.map(({ month }) => month),
      filter,
    );
    for (const month of wanted) {
      try {
        const found = (await rowsOf(month)).filter(passes);
        if (mine !== searches) return;
        mentions += found.length;
        foldInto(folds, found);
      } catch {
        if (mine !== searches) return;
        failedNote.hidden = false;
      }
      if (drawn < 0 || (drawn < shown && folds.size > drawn)) {
        draw();
        drawn = folds.size;
      }
      const name = months.find((entry) => entry.month === month)?.name ?? month;
      count.textContent = words.mentions.searching(formats.number(mentions), name);
    }
    // Copies found late belong to rows already shown.
    draw();
    count.textContent =
      mentions === 1
        ? words.mentions.foundOne
        : words.mentions.found(formats.number(folds.size), formats.number(mentions));
    empty.hidden = folds.size > 0;
    root.dataset['state'] = 'done';
  }

  function toForm(filter: Filter): void {
    for (const key of filterKeys) {
      const field = form.elements.namedItem(key);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = filter[key];
    }
  }
  function fromForm(): Filter {
    const filter = { ...noFilter };
    for (const [key, value] of new FormData(form)) {
      const known = filterKeys.find((name) => name === key);
      if (known && typeof value === 'string') filter[known] = value;
    }
    return filter;
  }
  function fromAddress(): void {
    const { filter, unknown } = readFilter(location.search, known);
    toForm(filter);
    shown = pageSize;
    void run(filter, unknown);
  }
  function go(filter: Filter, keep: 'push' | 'replace'): void {
    const address = `${location.pathname}${writeFilter(filter)}`;
    if (address !== location.pathname + location.search) {
      if (keep === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    shown = pageSize;
    void run(readFilter(location.search, known).filter, false);
  }

  // The first letter of a run of typing makes an entry of the history, so that Back leads to what was there before it;
  // the letters after it change that entry.
  let typing: ReturnType<typeof setTimeout> | undefined;
  let inRun = false;
  const pause = 200;
  function endRun(): void {
    clearTimeout(typing);
    inRun = false;
  }
  function search(): void {
    clearTimeout(typing);
    const before = location.search;
    go(fromForm(), inRun ? 'replace' : 'push');
    inRun ||= location.search !== before;
  }
  form.addEventListener('input', (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'q') return;
    clearTimeout(typing);
    typing = setTimeout(search, pause);
  });
  form.addEventListener('change', (event) => {
    // Comes when the search field is left or confirmed: what it says is already known, but the run is over.
    if (event.target instanceof HTMLInputElement && event.target.name === 'q') search();
    else go(fromForm(), 'push');
    endRun();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
    endRun();
  });
  form.addEventListener('reset', () => {
    endRun();
    go(noFilter, 'push');
  });
  root.querySelector('[data-reset-link]')?.addEventListener('click', (event) => {
    event.preventDefault();
    endRun();
    toForm(noFilter);
    go(noFilter, 'push');
    form.querySelector<HTMLElement>('[name="q"]')?.focus();
  });
  more.addEventListener('click', () => {
    const before = list.children.length;
    const { filter, unknown } = readFilter(location.search, known);
    shown += pageSize;
    const done = folds.size > before ? Promise.resolve(draw()) : run(filter, unknown);
    void done.then(() => (list.children[before] as HTMLElement | undefined)?.focus());
  });
  addEventListener('popstate', () => {
    endRun();
    fromAddress();
  });
  if (location.search !== '') fromAddress();
  else root.dataset['state'] = 'done';
  // Where the key `/` of another page leads. Once the page has loaded, since going to the fragment moves the focus too.
  const field = form.querySelector<HTMLElement>('[data-search]');
  if (field && location.hash === `#${field.id}`) {
    field.focus();
    addEventListener('load', () => field.focus(), { once: true });
  }
}
