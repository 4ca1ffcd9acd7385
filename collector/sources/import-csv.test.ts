import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asking } from './asking.fixture.ts';
import { importCsv } from './import-csv.ts';

const settings = importCsv.settings.parse({
  id: 'old-reviews',
  type: 'import',
  file: 'inbox/reviews.csv',
  columns: { id: 'Id', date: 'Date', rating: 'Stars', title: 'Title', text: 'Review', version: 'Version' },
});
const read = (body: string | Uint8Array, columns = settings.columns) =>
  importCsv.read(
    {
      kind: 'answer',
      url: 'file:///inbox/reviews.csv',
      http: 200,
      headers: {},
      body: Buffer.from(body),
      whole: true,
    },
    { ...settings, columns },
    asking(),
  );
const date = { date: 'Date', text: 'Review' };

describe('a CSV export', () => {
  it('is read with its mark, semicolons and line ends within quotes; rows that say nothing are named', () => {
    const page = read(readFileSync(new URL('answers/reviews.csv', import.meta.url)));
    expect(page).toMatchObject({
      whole: true,
      items: [
        {
          guid: '1',
          title: 'Lovely',
          text: 'Great beans; quick\r\ndelivery',
          rating: { value: 5, of: 5 },
          version: '3.1',
          html: false,
        },
        { guid: '2', text: 'Lid was broken', rating: { value: 2.5, of: 5 } },
        { guid: '6', rating: { value: 3, of: 5 } },
      ],
      notices: [expect.stringMatching(/^2 rows left out.*: row 4, 5$/)],
    });
  });

  it.each([
    ['commas', 'Date,Review\n2026-11-01,"a, b"'],
    ['tabs', 'Date\tReview\n2026-11-01\ta, b'],
    ['old Mac line ends', 'Date;Review\r2026-11-01;a, b\r'],
    ['commas in quoted headers', '"Date";"Review";"x,y,z"\n2026-11-01;a, b;'],
  ])('may have %s', (_, text) => {
    expect(read(text, date)).toMatchObject({ items: [{ text: 'a, b', published: '2026-11-01' }] });
  });

  it('may be UTF-16, with or without a mark', () => {
    const text = 'Date\tReview\n2026-11-01\tcafé';
    for (const mark of ['\ufeff', '']) {
      expect(read(Buffer.from(mark + text, 'utf16le'), date)).toMatchObject({ items: [{ text: 'café' }] });
    }
  });

  it('that lacks a column is told what was found', () => {
    expect(read('Day,Review\n1,x', date)).toMatchObject({
      status: 'changed',
      reason: 'no_column',
      detail: 'no column "Date" (for date); found: Day | Review',
    });
  });

  it('with two columns of the same name is refused where that matters', () => {
    expect(read('Date,Review,Review\n2026-11-01,x,y', date)).toMatchObject({ reason: 'twin_columns' });
    expect(read('Date,Review,,\n2026-11-01,x,,', date)).toMatchObject({ items: [{ text: 'x' }] });
    expect(read('Date,Review,__proto__\n2026-11-01,x,y', date)).toMatchObject({ items: [{ text: 'x' }] });
  });

  it('with a quote that never ends is refused in little time, with its line', () => {
    const started = performance.now();
    const page = read(`Date,Review\n2026-11-01,"${'x\n'.repeat(5_000_000)}`, date);
    expect(page).toMatchObject({
      status: 'failed',
      reason: 'bad_csv',
      detail: expect.stringContaining('line'),
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('that is empty fails; one with a header alone has no items', () => {
    expect(read('', date)).toMatchObject({ status: 'failed', reason: 'empty_body' });
    expect(read('Date,Review\n', date)).toMatchObject({ items: [], whole: true });
  });

  it('is read to 200,000 rows and cells to 10,000 characters, and says so', () => {
    const rows = read(`Date,Review\n${'2026-11-01,x\n'.repeat(200_001)}`, date);
    expect(rows).toMatchObject({ items: { length: 200_000 }, capped: 'row_cap' });
    const cell = read(`Date,Review\n2026-11-01,${'y'.repeat(20_000)}\n`, date);
    expect(cell).toMatchObject({
      items: [{ text: 'y'.repeat(10_000) }],
      notices: [expect.stringContaining('row 2')],
    });
  });

  it('without ids knows a row again by all that it says', () => {
    const guid = (text: string) => {
      const page = read(text, date);
      return 'items' in page ? page.items.map((item) => item.guid) : [];
    };
    const [a, b, c] = guid('Date,Review\n2026-11-01,x\n2026-11-01,y\n2026-11-01,x\n');
    expect(a).toBe(c);
    expect(a).not.toBe(b);
    expect(guid('Review,Date\nx,2026-11-01\n')).toEqual([a]);
  });

  it('keeps a rating off its scale out, rather than guess', () => {
    const columns = { ...date, rating: 'Stars' };
    const page = read('Date,Review,Stars\n1,a,11\n1,b,-1\n1,c,ten\n1,d,"4 "\n1,e,\n', columns);
    expect(page).toMatchObject({
      items: [
        { text: 'd', rating: { value: 4, of: 5 } },
        { text: 'e', rating: undefined },
      ],
      notices: [expect.stringContaining('row 2, 3, 4')],
    });
  });

  it('lies in the inbox and nowhere else', () => {
    for (const file of ['inbox/../brand.yml', '/etc/passwd', 'data/x.csv', 'inbox/a\\..\\b', 'inbox/']) {
      expect(importCsv.settings.safeParse({ ...settings, file }).success).toBe(false);
    }
  });
});
