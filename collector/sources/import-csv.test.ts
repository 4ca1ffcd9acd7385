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
type Settings = typeof settings;
const read = (
  body: string | Uint8Array,
  columns: Settings['columns'] = settings.columns,
  more: Partial<Settings> = {},
) =>
  importCsv.read(
    {
      kind: 'answer',
      url: 'file:///inbox/reviews.csv',
      http: 200,
      headers: {},
      body: Buffer.from(body),
      whole: true,
    },
    { ...settings, columns, ...more },
    asking(),
  );
const date = { date: 'Date', text: 'Review' };

describe('a CSV export', () => {
  it('F01: is read with its mark, semicolons and line ends within quotes; rows that say nothing are named', () => {
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
  ])('F01: may have %s', (_, text) => {
    expect(read(text, date)).toMatchObject({
      items: [{ text: 'a, b', published: '2026-11-01T00:00:00.000Z' }],
    });
  });

  it('F01: may be UTF-16, with or without a mark', () => {
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

  it('F04: with two columns of the same name, or a header __proto__, is refused where that matters', () => {
    expect(read('Date,Review,Review\n2026-11-01,x,y', date)).toMatchObject({ reason: 'twin_columns' });
    expect(read('Date,Review,,\n2026-11-01,x,,', date)).toMatchObject({ items: [{ text: 'x' }] });
    expect(read('Date,Review,__proto__\n2026-11-01,x,y', date)).toMatchObject({ items: [{ text: 'x' }] });
  });

  it('F02: with a quote that never ends is refused in little time, with its line', () => {
    const started = performance.now();
    const page = read(`Date,Review\n2026-11-01,"${'x\n'.repeat(5_000_000)}`, date);
    expect(page).toMatchObject({
      status: 'failed',
      reason: 'bad_csv',
      detail: expect.stringContaining('line'),
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('F01: that is empty fails; one with a header alone has no items', () => {
    expect(read('', date)).toMatchObject({ status: 'failed', reason: 'empty_body' });
    expect(read('Date,Review\n', date)).toMatchObject({ items: [], whole: true });
  });

  it('F03: is read to 200,000 rows and cells to 10,000 characters, and says so', () => {
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

  const guidOf = (
    text: string,
    columns: Settings['columns'] = { ...date, rating: 'Stars', title: 'Title' },
  ) => {
    const page = read(`Date,Stars,Title,Review\n${text}\n`, columns);
    if (!('items' in page) || page.items.length !== 1) throw new Error(JSON.stringify(page));
    return page.items[0]?.guid;
  };

  it.each([
    ['line ends within cells', '2026-11-01,5,Good,"one\ntwo"', '2026-11-01,5,Good,"one\r\ntwo"'],
    ['5.0 for 5', '2026-11-01,5,Good,Fine', '2026-11-01,5.0,Good,Fine'],
    ['a comma in the rating, or its scale', '2026-11-01,"4,5",Good,Fine', '2026-11-01,4.50/5,Good,Fine'],
    ['midnight for a day', '2026-11-01,5,Good,Fine', '2026-11-01T00:00:00Z,5,Good,Fine'],
    ['another zone', '2026-11-01 12:00,5,Good,Fine', '2026-11-01T13:00:00+01:00,5,Good,Fine'],
    ['an epoch', '2026-11-03T08:00:00.250Z,5,Good,Fine', '1793692800250,5,Good,Fine'],
    ['a date in words', '2026-11-03,5,Good,Fine', '"Nov 3, 2026",5,Good,Fine'],
    ['blanks around and within', '2026-11-01,5,Good,Fine beans', '2026-11-01 ,5, Good,"Fine\u00a0 beans  "'],
    ['letters made of two signs', '2026-11-01,5,Caf\u00e9,Fine', '2026-11-01,5,Cafe\u0301,Fine'],
    ['invisible signs', '2026-11-01,5,Good,Fine', '2026-11-01,5,\ufeffGood,Fi\u200bne'],
  ])('without ids knows a row again that another program wrote: %s', (_, one, other) => {
    expect(guidOf(other)).toBe(guidOf(one));
  });

  it('without ids tells rows apart that differ in moment, rating, title or text', () => {
    const rows = [
      '2026-11-01,5,Good,Fine',
      '2026-11-01T00:00:01Z,5,Good,Fine',
      '"Nov 1, 2026 10:00 -0500",5,Good,Fine',
      '"Nov 1, 2026 10:00",5,Good,Fine',
      '2026-11-01,4,Good,Fine',
      '2026-11-01,,Good,Fine',
      '2026-11-01,5,Good,fine',
      '2026-11-01,5,Fine,Good',
      `2026-11-01,5,Good,${'x'.repeat(20_000)}`,
      `2026-11-01,5,Good,${'x'.repeat(20_000)}y`,
    ];
    expect(new Set(rows.map((row) => guidOf(row))).size).toBe(rows.length);
  });

  it('names one row that is left out as one', () => {
    expect(read('Date,Review\n2026-11-01,a\n2026-11-01,\n', date)).toMatchObject({
      notices: [expect.stringMatching(/^1 row left out, .*: row 3$/)],
    });
  });

  it('F05: keeps a rating off its scale out, rather than guess', () => {
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

  it('F03: of 10,000 columns is refused', () => {
    expect(read(`Date,Review${',x'.repeat(10_000)}\n2026-11-01,x`, date)).toMatchObject({
      status: 'failed',
      reason: 'too_complex',
    });
  });

  it('F04: without a header, or with empty ones, says which headers there are', () => {
    expect(read(',,\n1,2,3', date)).toMatchObject({ reason: 'no_column' });
    expect(read('Date,,Review\n2026-11-01,,x', date)).toMatchObject({ items: [{ text: 'x' }] });
  });

  it('F06: keeps what looks like a formula as the text that it is', () => {
    const formula = `=cmd|' /C calc'!A0`;
    expect(read(`Date,Review\n2026-11-01,"${formula}"`, date)).toMatchObject({ items: [{ text: formula }] });
  });

  it('finds a header in any case, and needs every header that is named', () => {
    expect(read('DATE,review\n2026-11-01,x', date)).toMatchObject({ items: [{ text: 'x' }] });
    const both = { date: 'Date', text: ['Liked', 'Missed'] };
    expect(read('Date,Liked,Missed\n2026-11-01,a,b\n2026-11-02,,c', both)).toMatchObject({
      items: [{ text: 'a\nb' }, { text: 'c' }],
    });
    expect(read('Date,Liked\n2026-11-01,a', both)).toMatchObject({ reason: 'no_column' });
  });

  it('names who wrote a row only for masking, and nothing else of them', () => {
    const page = read('Date,Review,Name,Mail\n2026-11-01,x,Ann Lee,ann@mail.example', {
      ...date,
      author: 'Name',
    });
    expect(page).toMatchObject({ items: [{ authors: ['Ann Lee'] }] });
    expect(JSON.stringify(page)).not.toContain('mail.example');
  });

  it('gives a row the same identity in another order, in a longer file and in one of another name', () => {
    const rows = ['2026-11-01,x', '2026-11-02,y', '2026-11-03,z'];
    const guids = (some: string[]) => {
      const page = read(`Date,Review\n${some.join('\n')}\n`, date);
      return 'items' in page ? page.items.map(({ guid }) => guid) : [];
    };
    const all = guids(rows);
    expect(new Set(guids([...rows].reverse()))).toEqual(new Set(all));
    expect(guids(rows.slice(0, 2))).toEqual(all.slice(0, 2));
  });

  it('of several files is read one after another', () => {
    const file = ['inbox/reviews_1.csv', 'inbox/reviews_2.csv'];
    const answer = (name: string) => ({
      kind: 'answer' as const,
      url: `file:///inbox/${name}`,
      headers: {},
      body: Buffer.from('Date,Review\n2026-11-01,x'),
      whole: true,
    });
    const of = (name: string) => importCsv.read(answer(name), { ...settings, columns: date, file }, asking());
    expect(importCsv.firstRequest({ ...settings, file }, asking())).toEqual({ url: file[0] });
    expect(of('reviews_1.csv')).toMatchObject({ items: { length: 1 }, then: { url: file[1] } });
    expect(of('reviews_2.csv')).not.toHaveProperty('then');
  });
});

describe('the dates of an export', () => {
  const days = (dates: string[], more: Partial<Settings> = {}) => {
    const page = read(`Date,Review\n${dates.map((day) => `"${day}",x`).join('\n')}\n`, date, more);
    return 'items' in page ? page.items.map(({ published }) => published) : page;
  };

  it('F08: such as 03/04/2026 are read as the other rows decide', () => {
    expect(days(['03/04/2026', '25/04/2026'])).toEqual([
      '2026-04-03T00:00:00.000Z',
      '2026-04-25T00:00:00.000Z',
    ]);
    expect(days(['03/04/2026', '04/25/2026 1:05 PM'])).toEqual([
      '2026-03-04T00:00:00.000Z',
      '2026-04-25T13:05:00.000Z',
    ]);
  });

  it('F08: that no row decides are refused, until the settings say the order', () => {
    expect(days(['03/04/2026', '05/06/2026'])).toMatchObject({
      status: 'changed',
      reason: 'ambiguous_dates',
      detail: expect.stringContaining('dates: dmy'),
    });
    expect(days(['03/04/2026'], { dates: 'mdy' })).toEqual(['2026-03-04T00:00:00.000Z']);
    expect(days(['03/04/2026'], { dates: 'dmy' })).toEqual(['2026-04-03T00:00:00.000Z']);
    expect(days(['26/04/03'], { dates: 'ymd' })).toEqual(['2026-04-03T00:00:00.000Z']);
  });

  it('F08: that contradict each other are refused', () => {
    expect(days(['25/04/2026', '04/25/2026'])).toMatchObject({ status: 'changed', reason: 'mixed_dates' });
  });

  it('with points have the day first; with the year first, or the same either way, there is nothing to decide', () => {
    expect(days(['03.04.2026', '2026-04-03', '04/04/2026'])).toEqual([
      '2026-04-03T00:00:00.000Z',
      '2026-04-03T00:00:00.000Z',
      '2026-04-04T00:00:00.000Z',
    ]);
  });

  it('in words and as epochs are handed on as they stand', () => {
    expect(days(['Nov 3, 2026', '1795176000000'])).toEqual(['Nov 3, 2026', '1795176000000']);
  });

  it('that name no day leave the row out', () => {
    expect(days(['31/02/2026', '25/04/2026'])).toEqual(['2026-04-25T00:00:00.000Z']);
    expect(days(['2026-04-25 25:00'])).toEqual([]);
  });

  it('without a zone are of the zone that the settings name, also when the clocks change', () => {
    const zone = { zone: 'Europe/Berlin' };
    expect(
      days(['2026-07-01 12:00', '2026-12-01 12:00', '2026-12-01 12:00 +05:00', '2026-10-25 02:30'], zone),
    ).toEqual([
      '2026-07-01T10:00:00.000Z',
      '2026-12-01T11:00:00.000Z',
      '2026-12-01T07:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ]);
  });
});

describe('a known export', () => {
  const play = [
    'Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link',
    'com.northwind.app,31,3.1,de,pixel,2026-11-19T08:00:00Z,1795075200000,2026-11-19T08:00:00Z,1795075200000,4,,"Gut, aber langsam",,,,https://play.example/review/1',
    'com.northwind.app,31,3.1,en,pixel,2026-11-19T09:00:00Z,1795078800000,2026-11-19T09:00:00Z,1795078800000,5,,,,,,',
  ].join('\n');

  it('F01: of Google Play is read from UTF-16 without a word on its columns', () => {
    const page = read(Buffer.from(`\ufeff${play}`, 'utf16le'), undefined, {
      format: 'google-play',
      columns: undefined,
    });
    expect(page).toMatchObject({
      notices: [],
      items: [
        {
          text: 'Gut, aber langsam',
          rating: { value: 4, of: 5 },
          published: '1795075200000',
          version: '3.1',
          language: 'de',
          link: 'https://play.example/review/1',
        },
        { text: undefined, rating: { value: 5, of: 5 }, link: undefined },
      ],
    });
  });

  it('of Trustpilot is read without names and addresses', () => {
    const text =
      'Domain URL,Review ID,Review Created (UTC),Review Username,Review User Email,Review Title,Review Content,Review Stars\n' +
      'shop.example,r1,2026-11-03 10:00:00,Ann,ann@mail.example,Late,Came a week late,2\n';
    const page = read(text, undefined, { format: 'trustpilot', columns: undefined });
    expect(page).toMatchObject({
      items: [
        { guid: 'r1', title: 'Late', rating: { value: 2, of: 5 }, published: '2026-11-03T10:00:00.000Z' },
      ],
    });
    expect(JSON.stringify(page)).not.toContain('mail.example');
  });

  it('whose headers have changed says which there are, and takes the headers that the settings name', () => {
    const text = 'When,Stars given,Opinion\n2026-11-03,4/5,Good\n';
    const more: Partial<Settings> = { format: 'g2' };
    expect(read(text, undefined, { ...more, columns: undefined })).toMatchObject({
      status: 'changed',
      reason: 'no_column',
      detail: expect.stringMatching(/\(for date\); found: When \| Stars given \| Opinion$/),
    });
    expect(read(text, { date: 'When', rating: 'Stars given', text: 'Opinion' }, more)).toMatchObject({
      items: [{ text: 'Good', rating: { value: 4, of: 5 } }],
    });
  });

  it('is needed where no column is named for the date', () => {
    const given = { id: 'x', type: 'import', file: 'inbox/x.csv' };
    expect(importCsv.settings.safeParse(given).success).toBe(false);
    expect(importCsv.settings.safeParse({ ...given, columns: { text: 'Review' } }).success).toBe(false);
    expect(importCsv.settings.safeParse({ ...given, format: 'trustpilot' }).success).toBe(true);
  });
});
