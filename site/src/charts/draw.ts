import { Chart, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import type { ChartShape } from '../view/chart-shape.ts';
import { datasetsOf, type Inks, lineData } from './datasets.ts';

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement);

/** The colours that the page has at this moment: they change with the reader's scheme. */
function inksOf(frame: HTMLElement): Inks {
  const style = getComputedStyle(frame);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    own: colour('accent-mark'),
    rival: colour('rival'),
    thin: colour('rule-strong'),
    thinEdge: colour('ink-2'),
    paper: colour('paper'),
  };
}

/** Room around the plot for dots that stand at its ends; the style sheet lets the canvas reach as far. */
const dotRoom = 8;

export type Drawing = {
  /** Makes the dots of one moment of the axis larger. */
  point(at: number): void;
  repaint(): void;
  destroy(): void;
};

/** Draws the lines of a shape with Chart.js; axes, gaps, events and names stay those of the SVG below. */
export function draw(canvas: HTMLCanvasElement, frame: HTMLElement, shape: ChartShape): Drawing {
  const lines = lineData(shape);
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: datasetsOf(shape, inksOf(frame)).map((set) => ({ ...set, clip: dotRoom })) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { autoPadding: false, padding: dotRoom },
      scales: {
        x: { type: 'linear', display: false, min: shape.from, max: shape.to, ticks: { maxRotation: 0 } },
        y: { type: 'linear', display: false, min: shape.low, max: shape.high },
      },
    },
  });
  return {
    point(at) {
      chart.setActiveElements(
        lines.flatMap(({ line, values }) => {
          const datasetIndex = chart.data.datasets.findIndex(({ label }) => label === line.id);
          const index = values.findIndex(({ x, y }) => x === at && !Number.isNaN(y));
          return index < 0 || datasetIndex < 0 ? [] : [{ datasetIndex, index }];
        }),
      );
      chart.update('none');
    },
    repaint() {
      chart.data.datasets = datasetsOf(shape, inksOf(frame));
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}
