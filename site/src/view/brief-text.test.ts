import { expect, test } from 'vitest';
import type { Figure, RankingFigure } from '#contract';
import { briefMarkdown, briefPlain, briefSections } from './brief-text.ts';
import { makeFormats } from './numbers.ts';

const row = { name: '', value: null, low: null, high: null, n: 1, mentions: ['a'], to: '2026-11-15' };
const figure = {
  id: 'brief',
  kind: 'ranking',
  brands: {
    northwind: {
      rows: [
        {
          ...row,
          id: '7-x',
          parts: { days: 7 },
          from: '2026-11-09',
          figure: 'alerts',
          text: 'Volume: 30 stories on 2026-11-10.',
        },
        {
          ...row,
          id: '28-y',
          parts: { days: 28 },
          from: '2026-10-19',
          figure: 'advocacy',
          text: 'Advocacy fell [a lot] <b>.',
        },
      ],
    },
  },
} as unknown as RankingFigure;
const figures = new Map<string, Figure>([['brief', figure]]);
const sections = briefSections(figures, 'northwind', makeFormats('en-GB', 'UTC'));

test('the brief tells the four weeks first, in dates of the page', () => {
  expect(sections.map(({ when }) => when)).toEqual([
    'Mon, 19 Oct 2026 – Sun, 15 Nov 2026',
    'Mon, 9 Nov 2026 – Sun, 15 Nov 2026',
  ]);
  expect(sections[1]?.sentences[0]?.text).toBe('Volume: 30 stories on Tue, 10 Nov 2026.');
});

test('as Markdown each sentence leads to its figure, and no sentence writes Markdown or HTML of its own', () => {
  const text = briefMarkdown('North_wind', sections, 'https://team.example/');
  expect(text).toContain(
    '- Advocacy fell \\[a lot\\] \\<b\\>. ([where from](https://team.example/figure/advocacy/))',
  );
  expect(text.startsWith('# North\\_wind: brief\n')).toBe(true);
  expect(briefMarkdown('N', sections, '')).not.toContain('](');
});

test('as plain text it is the sentences', () =>
  expect(briefPlain('N', sections).split('\n').slice(2, 5)).toEqual([
    'The last four weeks, Mon, 19 Oct 2026 – Sun, 15 Nov 2026',
    '',
    '- Advocacy fell [a lot] <b>.',
  ]));

test('without figures there is none', () =>
  expect(briefSections(new Map(), 'northwind', makeFormats('en-GB', 'UTC'))).toEqual([]));
