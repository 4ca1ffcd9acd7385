import { dayToMs } from '../view/calendar.ts';
import type { Filter } from '../view/filter.ts';
import { barsOf, daysOf } from '../view/month-strip.ts';
import type { Formats } from '../view/numbers.ts';
import type { Selection } from '../view/select.ts';
import { mentionsWords as say } from '../words-mentions.ts';

/** The months above the list: drawn anew with every filter; a click takes one of them, drawing over several takes these. */
export function stripOf(
  figure: HTMLElement,
  formats: Formats,
  { take, hrefOf }: { take(from: string, to: string): void; hrefOf(from: string, to: string): string },
): { draw(months: Selection['months'], filter: Filter): void } {
  const bars = [...figure.querySelectorAll<SVGGElement>('[data-bars] [data-month]')];
  const links = [...figure.querySelectorAll<HTMLAnchorElement>('[data-months] a')];
  const text = figure.querySelector('[data-strip-text]');
  const name = (month: string): string => formats.month(dayToMs(daysOf(month).first));
  const monthAt = (event: PointerEvent): string | undefined => {
    const target = document.elementFromPoint(event.clientX, event.clientY);
    return target?.closest<SVGGElement>('[data-bars] [data-month]')?.dataset['month'];
  };

  let begun: string | undefined;
  const over = (month: string): void => {
    const [first = '', last = ''] = [begun ?? month, month].sort();
    for (const bar of bars) {
      const of = bar.dataset['month'] ?? '';
      bar.classList.toggle('taking', begun !== undefined && of >= first && of <= last);
    }
  };
  const svg = figure.querySelector<SVGElement>('[data-bars]');
  svg?.addEventListener('pointerdown', (event) => {
    begun = monthAt(event);
    if (begun === undefined) return;
    event.preventDefault();
    over(begun);
  });
  addEventListener('pointermove', (event) => {
    const month = begun === undefined ? undefined : monthAt(event);
    if (month !== undefined) over(month);
  });
  addEventListener('pointerup', (event) => {
    if (begun === undefined) return;
    const [first = begun, last = begun] = [begun, monthAt(event) ?? begun].sort();
    begun = undefined;
    over('');
    take(daysOf(first).first, daysOf(last).last);
  });
  addEventListener('pointercancel', () => {
    begun = undefined;
    over('');
  });

  return {
    draw(months, filter) {
      const counts = new Map(months.map(({ month, count }) => [month, count]));
      for (const [at, bar] of barsOf(months, filter).entries()) {
        const group = bars[at];
        if (!group) continue;
        group.classList.toggle('within', bar.within);
        const rect = group.querySelector('.bar');
        rect?.setAttribute('y', String(bar.y));
        rect?.setAttribute('height', String(bar.height));
        const title = group.querySelector('title');
        if (title)
          title.textContent = say.month(
            name(bar.month),
            formats.number(bar.count),
            group.classList.contains('open'),
          );
      }
      for (const anchor of links) {
        const month = anchor.dataset['month'] ?? '';
        const { first, last } = daysOf(month);
        anchor.href = hrefOf(first, last);
        const number = anchor.nextElementSibling;
        if (number) number.textContent = formats.number(counts.get(month) ?? 0);
      }
      const most = months.toSorted((a, b) => b.count - a.count)[0];
      if (text)
        text.textContent =
          most && most.count > 0 ? say.strip(formats.number(most.count), name(most.month)) : say.stripNone;
    },
  };
}
