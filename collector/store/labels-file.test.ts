import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Label } from '#contract';
import { csvCell } from './csv-text.ts';
import { openStore } from './open-store.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-labels-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(scratch, 'case-'));
});
const file = () => join(dir, 'labels.csv');
const put = (text: string | Buffer) => writeFileSync(file(), text);
const text = () => readFileSync(file(), 'utf8');
const label: Label = {
  mention: '0123456789abcdef',
  brand: 'northwind',
  tone: 'negative',
  drawn: 'random',
  day: '2026-11-20',
};
const add = (...labels: Label[]) => openStore(dir).addLabels(labels);

describe('labels.csv', () => {
  it('begins with a header, and grows at its end', async () => {
    await add(label);
    await add({ ...label, tone: 'neutral', by: 'b' });
    expect(text()).toBe(
      'mention,brand,tone,drawn,day,by\nm0123456789abcdef,northwind,negative,random,2026-11-20,\nm0123456789abcdef,northwind,neutral,random,2026-11-20,b\n',
    );
    const { rows } = openStore(dir).readLabels();
    expect(rows.map((row) => row.label)).toEqual([label, { ...label, tone: 'neutral', by: 'b' }]);
  });

  it('keeps what a spreadsheet made of it, byte for byte, and goes on in its way', async () => {
    const before =
      '\uFEFFTone;Note;Mention;Brand;Drawn\r\nPOSITIVE;"a;\r\nb";mfedcba9876543210;northwind;random';
    put(before);
    await add(label);
    expect(text()).toBe(
      `${before.replace('Drawn', 'Drawn;day')}\r\nnegative;;m0123456789abcdef;northwind;random;2026-11-20\r\n`,
    );
    expect(openStore(dir).readLabels().rows).toHaveLength(2);
  });

  it('adds nothing to a file that it does not understand, and says why', async () => {
    for (const strange of ['some,table\n1,2\n', 'mention,brand,tone\n"m0123456789abcdef,northwind,neg\n']) {
      put(strange);
      await expect(add(label)).rejects.toThrow(/mend it first, nothing was added/);
      expect(text()).toBe(strange);
    }
  });

  it('is read in UTF-16 as well, as a spreadsheet saves Unicode text', () => {
    const table = 'mention\tbrand\ttone\r\nm0123456789abcdef\tnorthwind\tneutral\r\n';
    put(Buffer.from(`\uFEFF${table}`, 'utf16le'));
    const { rows, problems } = openStore(dir).readLabels();
    expect({ rows: rows.length, problems }).toEqual({ rows: 1, problems: [] });
  });

  it('is not followed where it is a link', async () => {
    writeFileSync(join(scratch, 'elsewhere.csv'), 'mention,brand,tone\n');
    symlinkSync(join(scratch, 'elsewhere.csv'), file());
    expect(openStore(dir).readLabels().problems).toMatchObject([{ file: 'labels.csv', line: 0 }]);
    await expect(add(label)).rejects.toThrow(/symbolic link/);
    expect(readFileSync(join(scratch, 'elsewhere.csv'), 'utf8')).toBe('mention,brand,tone\n');
  });

  it('is left alone by a night, which names its bad rows', async () => {
    put('mention,brand,tone\nm0123456789abcdef,northwind,so so\n');
    const store = openStore(dir);
    expect(store.problems()).toEqual([
      { file: 'labels.csv', line: 2, why: 'has the tone "so so"; there are negative, neutral, positive' },
    ]);
    await store.commit({ state: { v: 1, sources: {} } });
    expect(text()).toBe('mention,brand,tone\nm0123456789abcdef,northwind,so so\n');
    expect(existsSync(join(dir, '.labels.csv.tmp'))).toBe(false);
  });

  it('C18 makes text of what a spreadsheet would take for a formula', () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1', '=HYPERLINK("x")'];
    for (const formula of formulas) expect(csvCell(formula)).toMatch(/^"?'/);
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const made = csvCell(cell, ';');
        expect(made.replace(/^"/, '')).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        if (/[;\r\n"]/.test(cell)) expect(made).toMatch(/^"[\s\S]*"$/);
      }),
    );
  });
});
