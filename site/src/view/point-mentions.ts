import { dayMs, msToDay } from './calendar.ts';
import type { ChartLine, ChartPoint } from './chart-shape.ts';

/** Addresses of the mentions behind one point of a chart, from those of all that its figure counts. */

type Days = Pick<ChartPoint, 'from' | 'to'>;
const daysOf = ({ from, to }: Days): string => `from=${msToDay(from)}&to=${msToDay(to - dayMs)}`;
const added = (address: string, query: string): string =>
  address === '' ? '' : `${address}${address.includes('?') ? '&' : '?'}${query}`;

/** Those of the brand of a line; empty where `mentions` is, since no mention is behind the figure. */
export const mentionsAt = (mentions: string, { id }: Pick<ChartLine, 'id'>, point: Days): string =>
  added(mentions, `brand=${encodeURIComponent(id.split(' ')[0] ?? '')}&${daysOf(point)}`);

/** Those of the whole panel, of which the brand has its share; empty where `panel` is, since the figure is no share. */
export const panelAt = (panel: string, point: Days): string => added(panel, daysOf(point));
