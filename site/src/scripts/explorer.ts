/** The Mentions page. The address is its state; what it shows is read as it is needed. */
import { chipsOf } from '../view/chips.ts';
import { type FacetKey, facetKeys } from '../view/facets.ts';
import {
  type Asked,
  type Filter,
  isBackwards,
  noFilter,
  readFilter,
  withoutMissing,
  writeFilter,
} from '../view/filter.ts';
import { makeFormats } from '../view/numbers.ts';
import type { Pack } from '../view/pack.ts';
import { type FoldedRows, listedCopies } from '../view/select.ts';
import { filterOfView, type SpanDays } from '../view/view-filter.ts';
import type { Reports } from '../view/wrong-tone.ts';
import { mentionsWords as say } from '../words-mentions.ts';
import { drawChips } from './draw-chips.ts';
import { facetsOf } from './draw-facets.ts';
import { stripOf } from './draw-strip.ts';
import { type Filling, fillCopies, fillRow } from './fill-row.ts';
import { type Fitting, fittingOf } from './fitting.ts';
import { knownBy, knowsAll } from './known-values.ts';
import { MentionSource } from './mention-source.ts';
import { saveMentions } from './save-mentions.ts';

const pageSize = 50;
/** Rows that are read and drawn at a time; the next when the reader comes near. */
const batchSize = 10;
/** The first rows fill the window, and come before all else. */
const firstBatch = 5;
const nearPx = 800;
/** What stands around the rows takes as long to draw as the first of them to come: sooner it would hold them up. */
const longInComingMs = 500;
const frameAtMostMs = 100;
/** After the next frame; soon where there is none, as in a tab that nobody sees. */
const painted = (): Promise<void> =>
  new Promise((done) => {
    const late = setTimeout(done, frameAtMostMs);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        done();
      }),
    );
  });
/** What stands on the page after a filter, and how to fill rows of it. */
type Result = Fitting & { filling: Filling };

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
  const chips = find<HTMLElement>('[data-chips]');
  const saving = find<HTMLElement>('[data-saving]');
  const toggle = find<HTMLButtonElement>('[data-toggle]');
  const reset = find<HTMLButtonElement>('[data-reset]');
  const notes = {
    order: find<HTMLElement>('[data-order]'),
    unknown: find<HTMLElement>('[data-unknown]'),
    missing: find<HTMLElement>('[data-missing]'),
    ids: find<HTMLElement>('[data-missing-ids]'),
    loose: find<HTMLElement>('[data-loose]'),
    failed: find<HTMLElement>('[data-failed]'),
    empty: find<HTMLElement>('[data-empty]'),
  };
  const formats = makeFormats(root.dataset['locale'] ?? 'en-GB', 'UTC');
  const source = new MentionSource(root.dataset['files'] ?? '', {
    textsInFile: Number(root.dataset['texts']),
    wordFiles: Number(root.dataset['words']),
    idDigits: Number(root.dataset['digits']),
  });
  const reports = reportsFrom(root.dataset);
  const facets = facetsOf(form, find('[data-blank-value]'), formats);
  const months = stripOf(find('[data-strip]'), formats, {
    take: (from, to) => go({ ...current(), from, to }, 'push'),
    hrefOf: (from, to) => address({ ...current(), from, to }),
  });

  // What the page came with, for when all filters are taken off again.
  const first = { rows: [...list.children], count: count.textContent, more: more.hidden };
  const wanted = new URLSearchParams(location.search).get('view');
  /** The address of a filter, with what of the address is not ours: the view that the pages around this one are in. */
  const address = (asked: Asked): string => {
    const query = writeFilter(asked);
    // A view alone asks for its brand and days; without a filter every brand is asked for by name.
    const view =
      wanted === null ? '' : `${query === '' ? '?brand=&' : '&'}view=${encodeURIComponent(wanted)}`;
    return `${location.pathname}${query}${view}`;
  };
  const { home = '', spans = '{}' } = root.dataset;
  const begun = filterOfView(location.search, home, JSON.parse(spans) as SpanDays);
  if (begun !== null) history.replaceState(null, '', address(begun) + location.hash);

  let searches = 0;
  let result: Result | null = null;
  let shown = pageSize;
  let drawn = 0;
  let drawing = false;
  const state = (now: 'searching' | 'done'): void => {
    root.dataset['state'] = now;
    // The rows that the page came with were hidden while it was asked for others.
    if (now === 'done') delete document.documentElement.dataset['asked'];
  };

  /** What stands around the rows tells of them from now on; until the first answer it was hidden. */
  const counted = (): void => {
    root.toggleAttribute('data-counting', false);
    delete document.documentElement.dataset['uncounted'];
  };

  /** Draws the next rows, while there are any to show and the reader is near; a newer search ends it. */
  async function fill(mine: number, least: number, afterFirst?: () => void): Promise<void> {
    if (!result || drawing) return;
    drawing = true;
    const { pack, folds, filling } = result;
    try {
      while (drawn < Math.min(shown, folds.length) && (drawn < least || isNearEnd())) {
        const batch = folds.slice(drawn, Math.min(drawn + (drawn === 0 ? firstBatch : batchSize), shown));
        const rows = await Promise.all(batch.map(({ row }) => source.row(pack, row)));
        if (mine !== searches) return;
        const lines = rows.map((row, at) => lineOf(row, batch[at] as FoldedRows, pack, filling));
        if (drawn === 0) list.replaceChildren(...lines);
        else list.append(...lines);
        drawn += lines.length;
        state('done');
        if (!afterFirst || drawn > lines.length) continue;
        await painted();
        if (mine !== searches) return;
        afterFirst();
      }
    } catch {
      if (mine !== searches) return;
      if (drawn === 0) list.replaceChildren();
      notes.failed.hidden = false;
    } finally {
      if (mine === searches) {
        drawing = false;
        more.hidden = folds.length <= shown;
        state('done');
      }
    }
  }
  const isNearEnd = (): boolean => list.getBoundingClientRect().bottom < innerHeight + nearPx;

  function lineOf(
    row: Parameters<typeof fillRow>[0],
    fold: FoldedRows,
    pack: Pack,
    filling: Filling,
  ): HTMLElement {
    const line = fillRow(row, fold.copies.length, filling);
    const copies = line.querySelector<HTMLDetailsElement>('[data-slot="copies"]');
    // The texts of copies may lie in any file, and few are ever looked at.
    copies?.addEventListener(
      'toggle',
      () =>
        void Promise.all(fold.copies.slice(0, listedCopies).map((copy) => source.row(pack, copy))).then(
          (rows) => fillCopies(line, row, rows, fold.copies.length, filling),
          () => {
            notes.failed.hidden = false;
          },
        ),
      { once: true },
    );
    return line;
  }

  /** Shows what the address asks for. */
  async function show(least = batchSize): Promise<void> {
    searches += 1;
    const mine = searches;
    drawing = false;
    for (const note of Object.values(notes)) note.hidden = true;
    state('searching');
    try {
      // What the page came with needs nothing to be read.
      const asked = readFilter(location.search, knowsAll);
      if (writeFilter(asked.filter) === '' && result === null && shown === pageSize) {
        notes.unknown.hidden = !asked.unknown;
        toForm(noFilter);
        counted();
        state('done');
        return;
      }
      const fit = await fitting();
      if (mine !== searches) return;
      const { pack, filter, selection, folds } = fit;
      // On their way while the filters are drawn.
      for (const { row } of folds.slice(0, batchSize)) source.row(pack, row).catch(() => undefined);
      toForm(filter);
      const name = (key: FacetKey, id: string): string =>
        pack.facets[key].values.find((value) => value.id === id)?.name ?? id;
      result = {
        ...fit,
        filling: { blank: find('[data-blank]'), name, formats, reports, terms: fit.terms },
      };
      // What stands around the rows is drawn after the first of them, or before where they are long in coming.
      let waits = true;
      root.toggleAttribute('data-counting', true);
      const drawAround = (): void => {
        clearTimeout(late);
        if (!waits || mine !== searches) return;
        waits = false;
        facets.draw(pack, selection, filter);
        months.draw(selection.months, filter);
        counted();
      };
      const late = setTimeout(drawAround, longInComingMs);
      tellChosen(filter, name);
      tellMissing(fit);
      notes.unknown.hidden = !fit.unknown;
      notes.ids.hidden = !fit.missingIds;
      notes.loose.hidden = !fit.loose;
      notes.order.hidden = !isBackwards(filter);
      notes.empty.hidden = folds.length > 0;
      drawn = 0;
      if (writeFilter(filter) === '' && shown === pageSize) {
        list.replaceChildren(...first.rows);
        count.textContent = first.count;
        more.hidden = first.more;
        drawn = first.rows.length;
        drawAround();
        state('done');
        return;
      }
      count.textContent = say.found(
        formats.number(folds.length),
        formats.number(selection.rows.length),
        formats.number(pack.count),
      );
      if (folds.length === 0) list.replaceChildren();
      await fill(mine, least, drawAround);
      drawAround();
    } catch {
      if (mine !== searches) return;
      notes.failed.hidden = false;
      counted();
      state('done');
    }
  }

  const fitting = (): Promise<Fitting> => fittingOf(source, location.search);

  /** A value that no mention has is told by its name, with a way on without it. */
  function tellMissing({ filter, missing }: Fitting): void {
    notes.missing.hidden = missing.length === 0;
    const back = document.createElement('a');
    back.href = address(withoutMissing(filter, missing));
    back.textContent = say.leaveOut;
    const named = missing.map(({ key, value }) =>
      say.nothingHas(key === 'id' || key === 'story' ? say.ids : say.facets[key], value),
    );
    notes.missing.replaceChildren(`${named.join(' ')} `, back);
  }

  function tellChosen(filter: Filter, name: (key: FacetKey, id: string) => string): void {
    const all = chipsOf(filter, name, formats);
    drawChips(chips, all);
    reset.hidden = all.length === 0;
    const mark = toggle.querySelector('[data-chosen-all]');
    if (mark) mark.textContent = say.chosen(all.length);
  }

  function toForm(filter: Filter): void {
    for (const key of ['q', 'from', 'to', 'sort'] as const) {
      const field = form.elements.namedItem(key);
      const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      // A field under the reader's hands says what they type; it may be ahead of the address.
      if (isField && !(key === 'q' && inRun && field === document.activeElement)) field.value = filter[key];
    }
    for (const box of form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
      box.checked = filter[box.name as FacetKey]?.includes(box.value) ?? false;
  }
  /** What the address asks for, or, before anything was read, what it may ask for. */
  const current = (): Filter => readFilter(location.search, result ? knownBy(result.pack) : knowsAll).filter;
  function fromForm(): Filter {
    const fields = new FormData(form);
    const text = (key: string): string => String(fields.get(key) ?? '');
    const held = current();
    const { id, story, told } = held;
    const known = result && knownBy(result.pack);
    const filter: Filter = {
      ...noFilter,
      id,
      story,
      told,
      q: text('q'),
      from: text('from'),
      to: text('to'),
      sort: text('sort'),
    };
    // What no mention has stands under no facet; it is asked for until it is taken off.
    for (const key of facetKeys)
      filter[key] = [
        ...fields.getAll(key).map(String),
        ...held[key].filter((value) => known && !known[key].has(value)),
      ];
    return filter;
  }
  function go(filter: Filter, keep: 'push' | 'replace', least?: number): void {
    const to = address(filter);
    if (to !== location.pathname + location.search) {
      if (keep === 'push') history.pushState(null, '', to);
      else history.replaceState(null, '', to);
    }
    shown = pageSize;
    void show(least);
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
    const keep = inRun ? 'replace' : 'push';
    inRun = true;
    go(fromForm(), keep);
    if (location.search === before && keep === 'push') inRun = false;
  }
  const isSearch = (target: EventTarget | null): boolean =>
    target instanceof HTMLInputElement && target.name === 'q';
  form.addEventListener('input', (event) => {
    if (!isSearch(event.target)) return;
    clearTimeout(typing);
    typing = setTimeout(search, pause);
  });
  root.addEventListener('change', (event) => {
    // Comes when the search field is left or confirmed: what it says is already known, but the run is over.
    if (isSearch(event.target)) search();
    else go(fromForm(), 'push');
    endRun();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
    endRun();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    endRun();
    go(noFilter, 'push');
  });
  // The explorer's own links change its state in place; the view of other tabs and windows is theirs.
  root.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0)
      return;
    if (anchor.origin !== location.origin || anchor.pathname !== location.pathname) return;
    event.preventDefault();
    endRun();
    const held = chips.contains(anchor);
    const { filter } = readFilter(anchor.search, knowsAll);
    go(filter, 'push');
    if (held || anchor.matches('[data-reset-link]')) form.querySelector<HTMLElement>('[name="q"]')?.focus();
    else scrollTo({ top: 0 });
  });
  more.addEventListener('click', () => {
    const before = list.children.length;
    shown = before + pageSize;
    const done =
      result && drawn > 0 && list.firstElementChild !== first.rows[0]
        ? fill(searches, before + batchSize)
        : show(before + batchSize);
    void done.then(() => (list.children[before] as HTMLElement | undefined)?.focus());
  });
  const near = (): void => {
    if (result && drawn > 0 && drawn < Math.min(shown, result.folds.length)) void fill(searches, 0);
  };
  addEventListener('scroll', near, { passive: true });
  addEventListener('resize', near, { passive: true });
  addEventListener('beforeprint', () => void fill(searches, shown));
  addEventListener('popstate', () => {
    endRun();
    shown = pageSize;
    void show();
  });

  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true'));
  });
  root.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && isSearch(event.target)) {
      event.preventDefault();
      event.target.blur();
    } else if (event.key === 'Escape' && toggle.getAttribute('aria-expanded') === 'true') {
      toggle.setAttribute('aria-expanded', 'false');
      toggle.focus();
    } else if (event.key === 'Enter' && event.target.matches('[data-row]')) {
      const leads = event.target.querySelector<HTMLElement>(
        '.mention-title a, [data-slot="copies"]:not([hidden]) summary',
      );
      leads?.click();
    }
  });

  const copy = find<HTMLButtonElement>('[data-copy]');
  copy.addEventListener('click', () => {
    const say_ = (text: string): void => {
      copy.textContent = text;
      setTimeout(() => {
        copy.textContent = say.copyLink;
      }, 2_000);
    };
    // Without a secure address there is no clipboard to write to.
    const written = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
    written.then(
      () => say_(say.copied),
      () => say_(say.notCopied),
    );
  });
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-save]'))
    button.addEventListener('click', () => {
      button.disabled = true;
      saving.hidden = false;
      const told = (done: number, all: number): void => {
        saving.textContent = say.preparing(formats.number(done), formats.number(all));
      };
      fitting()
        .then((fit) => saveMentions(source, fit, button.dataset['save'] === 'json' ? 'json' : 'csv', told))
        .then(
          () => {
            saving.hidden = true;
          },
          () => {
            saving.textContent = say.notSaved;
          },
        )
        .finally(() => {
          button.disabled = false;
        });
    });

  // Whoever reaches for the filters will want what they need.
  form.addEventListener('pointerenter', () => void source.pack().catch(() => undefined), { once: true });
  form.addEventListener('focusin', () => void source.pack().catch(() => undefined), { once: true });
  if (location.search !== '') void show();
  else state('done');
  // Where the key `/` of another page leads. Once the page has loaded, since going to the fragment moves the focus too.
  const field = form.querySelector<HTMLElement>('[data-search]');
  if (field && location.hash === `#${field.id}`) {
    field.focus();
    addEventListener('load', () => field.focus(), { once: true });
  }
}

function reportsFrom({ repository, site = '', forbidden = '', labelled = '' }: DOMStringMap): Reports | null {
  if (repository === undefined) return null;
  const parts = (text: string): string[] => text.split(' ').filter(Boolean);
  return { repository, site, sources: new Set(parts(labelled)), forbidden: parts(forbidden) };
}

const explorer = document.querySelector<HTMLElement>('[data-explorer]');
if (explorer) start(explorer);
