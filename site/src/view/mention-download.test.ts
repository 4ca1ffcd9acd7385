import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from './heard.ts';
import { madeRows } from './made-rows.fixture.ts';
import { mentionsCsv, mentionsJson } from './mention-download.ts';

const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

test('another reader of CSV finds every mention and every text in it', () => {
  fc.assert(
    fc.property(madeRows, (rows) => {
      const lines = read(mentionsCsv(rows));
      expect(lines.map(({ id }) => id)).toEqual(rows.map(({ id }) => `m${id}`));
      for (const [at, row] of rows.entries()) {
        const line = lines[at] ?? {};
        for (const key of ['title', 'excerpt'] as const)
          expect((line[key] ?? '').replace(/^'/, '')).toBe(row[key].replace(/^'/, ''));
        expect(line['tone']).toBe(row.tone ?? '');
      }
    }),
  );
});
test('C18: no cell of text begins as a formula does', () => {
  const [made] = fc.sample(madeRows, { seed: 1, numRuns: 30 }).flat();
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '＝', '＋', '－', '＠', '\t=', '\r\n-'),
      fc.string({ maxLength: 20 }),
      (sign, rest) => {
        const text = `${sign}${rest}`;
        const row: Row = { ...(made as Row), title: text, excerpt: text, site: text, source: text };
        const [line = {}] = read(mentionsCsv([row]));
        for (const key of ['title', 'excerpt', 'site', 'source']) expect(line[key]).toBe(`'${text}`);
      },
    ),
  );
});
test('as JSON, mentions are what the API gives', () => {
  fc.assert(
    fc.property(madeRows, (rows) => {
      expect(JSON.parse(mentionsJson(rows, 'https://acme.example/mentions/?tone=negative'))).toEqual({
        v: 1,
        address: 'https://acme.example/mentions/?tone=negative',
        mentions: rows,
      });
    }),
  );
});
