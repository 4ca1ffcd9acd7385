import { valuesToShow } from '../view/facet-view.ts';
import type { FacetKey } from '../view/facets.ts';
import type { Filter } from '../view/filter.ts';
import type { Formats } from '../view/numbers.ts';
import type { Pack } from '../view/pack.ts';
import type { Selection } from '../view/select.ts';
import { mentionsWords as say } from '../words-mentions.ts';

/** The facets of the page: each draws its values anew with every filter, under whatever its reader has opened or sought. */
export type Facets = {
  draw(pack: Pack, selection: Selection, filter: Filter): void;
};

type Facet = {
  key: FacetKey;
  list: HTMLElement;
  chosen: HTMLElement;
  all: HTMLButtonElement;
  find: HTMLInputElement;
};

export function facetsOf(form: HTMLElement, blank: HTMLTemplateElement, formats: Formats): Facets {
  const part = <T extends Element>(of: Element, selector: string): T => {
    const found = of.querySelector<T>(selector);
    if (!found) throw new Error(`a facet lacks ${selector}`);
    return found;
  };
  const facets = [...form.querySelectorAll<HTMLElement>('[data-facet]')].map(
    (element): Facet => ({
      key: element.dataset['facet'] as FacetKey,
      list: part(element, '[data-values]'),
      chosen: part(element, '[data-chosen]'),
      all: part(element, '[data-all]'),
      find: part(element, '[data-find]'),
    }),
  );
  let last: [Pack, Selection, Filter] | undefined;

  const lineOf = (facet: Facet, id: string): HTMLElement => {
    const there = [...facet.list.children].find(
      (line) => line.querySelector<HTMLInputElement>('input')?.value === id,
    );
    if (there instanceof HTMLElement) return there;
    const line = (blank.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const input = part<HTMLInputElement>(line, 'input');
    input.name = facet.key;
    input.value = id;
    return line;
  };

  function drawOne(facet: Facet): void {
    if (!last) return;
    const [pack, { counts }, filter] = last;
    const { key, list, all, find, chosen } = facet;
    const open = all.dataset['open'] === 'yes';
    const { shown, more } = valuesToShow(key, pack.facets[key].values, counts[key], filter[key], {
      all: open,
      sought: open ? find.value : '',
    });
    const lines = shown.map((value) => {
      const line = lineOf(facet, value.id);
      part<HTMLInputElement>(line, 'input').checked = value.chosen;
      part(line, '[data-name]').textContent = value.name;
      part(line, '[data-number]').textContent = formats.number(value.count);
      line.classList.toggle('none', value.count === 0);
      return line;
    });
    // Lines in their places are let be: moving one would take the focus from it, and the list from under the pointer.
    const held = list.contains(document.activeElement);
    const same = lines.length === list.children.length && lines.every((line) => line.parentElement === list);
    if (!(held && same)) {
      const focused = held ? (document.activeElement as HTMLElement) : null;
      list.replaceChildren(...lines);
      focused?.focus({ preventScroll: true });
    }
    all.hidden = more === 0 && !open;
    all.textContent = open ? say.fewValues : say.allValues(formats.number(more));
    find.hidden = !open || (more === 0 && find.value === '' && shown.length < 20);
    chosen.textContent = say.chosen(filter[key].length);
  }
  for (const facet of facets) {
    facet.all.addEventListener('click', () => {
      const open = facet.all.dataset['open'] !== 'yes';
      facet.all.dataset['open'] = open ? 'yes' : 'no';
      facet.find.value = '';
      drawOne(facet);
    });
    facet.find.addEventListener('input', (event) => {
      event.stopPropagation();
      drawOne(facet);
    });
    facet.find.addEventListener('change', (event) => event.stopPropagation());
  }
  return {
    draw(pack, selection, filter) {
      last = [pack, selection, filter];
      for (const facet of facets) drawOne(facet);
    },
  };
}
