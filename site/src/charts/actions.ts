import { chartWords } from '../chart-words.ts';
import { viewOf } from './address.ts';

/** A picture of a chart to keep, and the link to exactly what it shows. */

const say = (chart: HTMLElement, text: string): void => {
  const place = chart.querySelector('[data-said]');
  if (place) place.textContent = text;
};

async function copyLink(chart: HTMLElement): Promise<void> {
  const frames = [...chart.querySelectorAll<HTMLElement>('[data-chart]')];
  // Of the chart alone and the one that compares, the one in sight.
  const frame = frames.find((one) => one.offsetParent !== null) ?? frames[0];
  const address = frame ? viewOf(frame) : new URL(chart.dataset['view'] ?? '', location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    say(chart, chartWords.copied);
  } catch {
    say(chart, chartWords.copyFailed(address));
  }
}

async function savePicture(chart: HTMLElement): Promise<void> {
  try {
    const { pictureOf, save } = await import('./picture.ts');
    save(await pictureOf(chart), `${chart.dataset['part'] ?? chart.dataset['name'] ?? 'chart'}.png`);
    say(chart, '');
  } catch {
    say(chart, chartWords.pngFailed);
  }
}

for (const chart of document.querySelectorAll<HTMLElement>('[data-view]')) {
  const controls = [
    ['[data-copy]', copyLink],
    ['[data-png]', savePicture],
  ] as const;
  for (const [name, act] of controls) {
    const button = chart.querySelector<HTMLButtonElement>(name);
    if (!button) continue;
    button.hidden = false;
    button.addEventListener('click', () => void act(chart));
  }
}
