import type { Chip } from '../view/chips.ts';
import { mentionsWords as say } from '../words-mentions.ts';

/** What is asked for, each as a link to the page without it. */
export function drawChips(list: HTMLElement, chips: readonly Chip[]): void {
  list.replaceChildren(
    ...chips.map(({ of, text, without }) => {
      const item = document.createElement('li');
      const anchor = document.createElement('a');
      anchor.href = `${location.pathname}${without}`;
      const kind = document.createElement('span');
      kind.textContent = `${of} `;
      const value = document.createElement('bdi');
      value.textContent = text;
      anchor.setAttribute('aria-label', say.without(of, text));
      anchor.append(kind, value);
      item.append(anchor);
      return item;
    }),
  );
  list.hidden = chips.length === 0;
}
