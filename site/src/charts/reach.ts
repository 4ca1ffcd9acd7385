/**
 * Loads the live chart when someone reaches for one, and not before: the page's own SVG says everything already.
 */
import type { ChartShape } from '../view/chart-shape.ts';

type Shapes = Record<string, ChartShape | null>;
const files = new Map<string, Promise<Shapes>>();

function shapesOf(file: string): Promise<Shapes> {
  const asked = files.get(file);
  if (asked) return asked;
  const answer = fetch(file).then((response) => {
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json() as Promise<Shapes>;
  });
  files.set(file, answer);
  return answer;
}

async function bringToLife(frame: HTMLElement): Promise<void> {
  const { chart, kind, mentions, link: linkText } = frame.dataset;
  if (frame.dataset['live'] || !chart || !kind) return;
  frame.dataset['live'] = 'loading';
  try {
    const [{ mount }, { default: LiveChart }, shapes] = await Promise.all([
      import('svelte'),
      import('./LiveChart.svelte'),
      shapesOf(chart),
    ]);
    const shape = shapes[kind];
    if (!shape) return;
    const reading = frame.closest('.chart')?.querySelector<HTMLElement>('[data-reading]') ?? null;
    mount(LiveChart, {
      target: frame,
      props: { shape, frame, reading, mentions: mentions ?? '', linkText: linkText ?? '' },
    });
    frame.dataset['live'] = 'yes';
  } catch {
    // The SVG stays, with all that matters; the next reach tries again.
    files.delete(chart);
    delete frame.dataset['live'];
  }
}

for (const frame of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', frame.dataset['words'] ?? '');
  for (const reach of ['pointerenter', 'focusin', 'touchstart']) {
    frame.addEventListener(reach, () => void bringToLife(frame), { passive: true });
  }
}
