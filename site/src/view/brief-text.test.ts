import { describe, expect, test } from 'vitest';
import type { RankingFigure } from '#contract';
import { words } from '../words.ts';
import { briefMarkdown, briefPlain, briefSections } from './brief-text.ts';
import { byId, rankingFigure, seriesFigure } from './figures.fixture.ts';
import { makeFormats } from './numbers.ts';

const about = {
  brands: [
    { id: 'northwind', name: 'Northwind' },
    { id: 'bluebird', name: 'Bluebird' },
  ],
  themes: [{ id: 'delivery', name: 'Delivery' }],
  sources: [],
};
const plain = { name: '', value: null, low: null, high: null, n: 1, mentions: ['a'] };
const row = { ...plain, to: '2026-11-15' };
const [week, month] = [
  { parts: { days: 7 }, from: '2026-11-09' },
  { parts: { days: 28 }, from: '2026-10-19' },
];
const days = { from: '2026-10-19', to: '2026-11-15' };
const restOf = (figure: string, more: object = {}) => ({ figure, brand: 'northwind', ...more });
const rows = [
  {
    ...{ ...row, ...week, id: '7-x', figure: 'alerts', text: 'Volume: 30 stories on 2026-11-10.' },
    rests: [restOf('alerts', { row: 'volume-2026-11-10', from: '2026-11-10', to: '2026-11-10' })],
  },
  {
    ...{ ...row, ...month, id: '28-y', figure: 'advocacy', text: 'Advocacy fell [a lot] <b>.' },
    rests: [restOf('advocacy', days)],
  },
  {
    ...{ ...row, ...month, id: '28-pain', figure: 'priorities', text: 'Most complained of is Delivery.' },
    rests: [restOf('priorities', { row: 'delivery' })],
  },
  {
    ...{ ...row, ...month, id: '28-steady', figure: 'stories', text: 'No clear change of all.' },
    rests: [
      ...['stories', 'awareness', 'attention', 'share-of-voice'].map((id) => restOf(id, days)),
      { figure: 'stories', brand: 'bluebird', ...days },
    ],
  },
  {
    ...{ ...row, ...month, id: '28-action', figure: 'events', text: 'New courier.' },
    rests: [restOf('events', { row: '2026-10-20-action-delivery' })],
  },
];
const ranked = (id: string, of: RankingFigure['brands'][string]['rows']): RankingFigure => ({
  ...rankingFigure(id, 'northwind', of),
  period: days,
});
const figures = byId(
  ranked('brief', rows),
  ranked('priorities', [{ ...plain, parts: {}, id: 'delivery', name: 'Delivery', n: 40 }]),
  ranked('alerts', [
    {
      ...plain,
      parts: {},
      id: 'volume-2026-11-10',
      n: 30,
      theme: 'delivery',
      from: '2026-11-10',
      to: '2026-11-12',
    },
  ]),
  ranked('events', [{ ...plain, parts: {}, id: '2026-10-20-action-delivery', n: 40, from: '2026-10-20' }]),
  ...['advocacy', 'stories', 'awareness', 'attention', 'share-of-voice'].map((id) => ({
    ...seriesFigure(id, {}),
    title: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  })),
);
const sections = briefSections(figures, about, makeFormats('en-GB', 'UTC'));
const listsOf = (id: string) =>
  sections.flatMap(({ sentences }) => sentences).find((sentence) => sentence.id === id)?.lists;

test('the brief tells the four weeks first, in dates of the page', () => {
  expect(sections.map(({ when }) => when)).toEqual([
    'Mon, 19 Oct 2026 – Sun, 15 Nov 2026',
    'Mon, 9 Nov 2026 – Sun, 15 Nov 2026',
  ]);
  expect(sections[1]?.sentences[0]?.text).toBe('Volume: 30 stories on Tue, 10 Nov 2026.');
});

describe('a sentence leads to exactly the mentions that its figures count', () => {
  const span = 'from=2026-10-19&to=2026-11-15';
  test('in its window', () =>
    expect(listsOf('28-y')).toEqual([
      { name: 'Advocacy', address: `mentions/?brand=northwind&${span}&rating=opinion&told=first` },
    ]));
  test('of what is to be fixed, to complaints alone', () =>
    expect(listsOf('28-pain')?.map(({ address }) => address)).toEqual([
      `mentions/?brand=northwind&toward=delivery-negative&${span}&told=first`,
    ]));
  test('of an alert, to all of the day that it is told by', () =>
    expect(listsOf('7-x')?.map(({ address }) => address)).toEqual([
      'mentions/?brand=northwind&from=2026-11-10&to=2026-11-10&told=first',
    ]));
  test('of an action, to what complains of its theme from that day on', () =>
    expect(listsOf('28-action')?.map(({ address }) => address)).toEqual([
      'mentions/?brand=northwind&toward=delivery-negative&from=2026-10-20&to=2026-11-15&told=first',
    ]));
  test('each once, of each brand apart, and of page views to none', () =>
    expect(listsOf('28-steady')).toEqual([
      { name: 'Stories', address: `mentions/?brand=northwind&${span}&told=first` },
      { name: 'Awareness', address: `mentions/?brand=northwind&${span}&told=source` },
      { name: 'Share-of-voice', address: `mentions/?brand=northwind&${span}&told=group` },
      { name: 'all of the panel', address: `mentions/?brand=northwind&brand=bluebird&${span}&told=group` },
      { name: 'Stories, Bluebird', address: `mentions/?brand=bluebird&${span}&told=first` },
    ]));
});

test('as Markdown each sentence leads to its figure and mentions, and no sentence writes Markdown or HTML of its own', () => {
  const text = briefMarkdown('North_wind', sections, 'https://team.example/');
  expect(text).toContain(
    '- Advocacy fell \\[a lot\\] \\<b\\>. ([where from](https://team.example/figure/advocacy/); [its mentions](https://team.example/mentions/?brand=northwind&from=2026-10-19&to=2026-11-15&rating=opinion&told=first))',
  );
  expect(text).toContain('; mentions: [Stories](https://team.example/mentions/?brand=northwind&from');
  expect(text.startsWith('# North\\_wind: brief\n')).toBe(true);
});

test('where the address of the site is not known, Markdown leads to the pages beside it', () =>
  expect(briefMarkdown('N', sections, '')).toContain(
    '([where from](figure/advocacy/); [its mentions](mentions/?brand=northwind&from=2026-10-19&to=2026-11-15&rating=opinion&told=first))',
  ));

test('as plain text it is the sentences, with numbered addresses where the site has one', () => {
  expect(briefPlain('N', sections, '').split('\n').slice(0, 7)).toEqual([
    'N: brief',
    '',
    words.brief.how,
    '',
    'The last four weeks, Mon, 19 Oct 2026 – Sun, 15 Nov 2026',
    '',
    '- Advocacy fell [a lot] <b>.',
  ]);
  const lines = briefPlain('N', sections, 'https://team.example/').split('\n');
  expect(lines).toContain('- Advocacy fell [a lot] <b>. [1]');
  expect(lines).toContain(
    '[1] https://team.example/mentions/?brand=northwind&from=2026-10-19&to=2026-11-15&rating=opinion&told=first',
  );
  expect(lines).toContain('- No clear change of all. [3] [4] [5] [6] [7]');
  expect(lines.at(-2)).toBe(
    '[9] https://team.example/mentions/?brand=northwind&from=2026-11-10&to=2026-11-10&told=first',
  );
});

test('without figures there is none', () =>
  expect(briefSections(new Map(), about, makeFormats('en-GB', 'UTC'))).toEqual([]));
