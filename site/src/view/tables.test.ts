import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Figure } from '#contract';
import { figureCsv } from './figure-csv.ts';
import type { Row } from './heard.ts';
import { mentionCsv, monthsAsTables, mostInTables } from './mention-csv.ts';

const dir = 'tests/golden/two-nights/expected/figures';
const figures = readdirSync(dir)
  .map((file) => Figure.safeParse(JSON.parse(readFileSync(`${dir}/${file}`, 'utf8'))))
  .flatMap((read) => (read.success ? [read.data] : []));

const row = (parts: Partial<Row> = {}): Row => ({
  id: '1234e5',
  brand: 'northwind',
  source: 'paper',
  group: 'news',
  site: 'paper.example',
  url: null,
  host: '',
  title: 'A title',
  excerpt: '',
  publishedAt: '2026-11-01T00:00:00Z',
  day: '2026-11-01',
  story: 's',
  lang: 'en',
  tone: null,
  themes: [],
  intents: [],
  ...parts,
});
/** What a spreadsheet takes for a formula. */
const formula = /^\s*[=+\-@＝＋－＠]/;

describe('tables', () => {
  it('hold every value of a figure, and nothing where there is none', () => {
    expect(figures.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['series', 'breakdown', 'ranking']),
    );
    for (const figure of figures) {
      const [head = [], ...rows] = parse(figureCsv(figure)) as string[][];
      const value = head.indexOf('value');
      const stated =
        figure.kind === 'series'
          ? Object.values(figure.brands).flatMap(({ day, week, month }) => [...day, ...week, ...month])
          : Object.values(figure.brands).flatMap(({ rows }): { value: number | null }[] => rows);
      expect(
        rows.map((cells) => cells[value]),
        figure.id,
      ).toEqual(stated.map((one) => (one.value === null ? '' : String(one.value))));
    }
  });
  it('hold what strangers wrote as text, never as a formula, and lose nothing of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('=', '+', '-', '@', '\t=', '＝', ''),
        (text, sign) => {
          const title = sign + text;
          const [head = [], cells = []] = parse(mentionCsv([row({ title })]), {
            relax_column_count: true,
          }) as string[][];
          const cell = cells[head.indexOf('title')] ?? '';
          expect(cell).not.toMatch(formula);
          expect([title, `'${title}`]).toContain(cell);
        },
      ),
    );
  });
  it('hold ids that no spreadsheet reads as numbers', () => {
    const [head = [], cells = []] = parse(mentionCsv([row()])) as string[][];
    expect(cells[head.indexOf('id')]).toBe('m1234e5');
  });
  it('are made of the newest months as long as they are few enough', () => {
    const many = Array.from({ length: mostInTables - 1 }, () => row());
    const months = new Map([
      ['2026-11', many],
      ['2026-10', [row()]],
      ['2026-09', [row()]],
    ]);
    expect(monthsAsTables(months)).toEqual(['2026-11', '2026-10']);
  });
});
