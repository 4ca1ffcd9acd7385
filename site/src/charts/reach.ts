/**
 * Loads the live chart when someone reaches for one, and not before: the page's own SVG says everything already.
 */
import '../scripts/sort-table.ts';
import './actions.ts';
import './open-receipt.ts';
import './read-rows.ts';
import { unzipped } from '../scripts/unzipped.ts';
import { type ChartFile, shapeIn } from '../view/chart-file.ts';
import { makeFormats } from '../view/numbers.ts';
import { asksForMore } from './address.ts';

const files = new Map<string, Promise<ChartFile>>();

function readFile(address: string): Promise<ChartFile> {
  const asked = files.get(address);
  if (asked) return asked;
  const answer = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const bytes = await unzipped(new Uint8Array(await response.arrayBuffer()));
    return JSON.parse(new TextDecoder().decode(bytes)) as ChartFile;
  });
  files.set(address, answer);
  return answer;
}

async function bringToLife(frame: HTMLElement): Promise<void> {
  const { chart, kind, mentions, panel } = frame.dataset;
  if (frame.dataset['live'] || !chart || (kind !== 'alone' && kind !== 'compared')) return;
  frame.dataset['live'] = 'loading';
  try {
    const [{ mount }, { default: LiveChart }, file] = await Promise.all([
      import('svelte'),
      import('./LiveChart.svelte'),
      readFile(chart),
    ]);
    const shape = shapeIn(file, kind);
    if (!shape) return;
    mount(LiveChart, {
      target: frame,
      props: {
        shape,
        frame,
        mentions: mentions ?? '',
        panel: panel ?? '',
        formats: makeFormats(file.time.locale, file.time.zone),
        name: `${shape.figure}-${kind}`,
      },
    });
    frame.dataset['live'] = 'yes';
  } catch {
    // The SVG stays, with all that matters; the next reach tries again.
    files.delete(chart);
    delete frame.dataset['live'];
  }
}

// An address that asks for a part of the time, or for a point, reaches for the charts that are in sight.
const inSight = new IntersectionObserver((seen) => {
  if (!asksForMore()) return;
  for (const { isIntersecting, target } of seen)
    if (isIntersecting && target instanceof HTMLElement) void bringToLife(target);
});
for (const frame of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', frame.dataset['words'] ?? '');
  for (const reach of ['pointerenter', 'focusin', 'touchstart']) {
    frame.addEventListener(reach, () => void bringToLife(frame), { passive: true });
  }
  inSight.observe(frame);
}

// The receipt of a point is led to below its chart, which may be out of sight by then.
const named = asksForMore() ? document.getElementById(location.hash.slice(1)) : null;
const frames = named?.closest('.chart')?.querySelectorAll<HTMLElement>('[data-chart]') ?? [];
const shown = [...frames].find(({ offsetParent }) => offsetParent !== null);
if (shown) void bringToLife(shown);
