import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsThatCount } from '#contract';
import { readLabelRows, recordsOf } from './label-rows.ts';

const id = '0123456789abcdef';
const read = (text: string) => readLabelRows(text, 'labels.csv');
const toneOf = (text: string) => read(text).rows.map(({ label }) => label.tone);
const why = (text: string) => read(text).problems.map(({ line, why }) => `${line}: ${why}`);

describe('a table of labels', () => {
  it('is read as Earshot writes it', () => {
    const text = `mention,brand,tone,drawn,day,by\nm${id},northwind,negative,random,2026-11-20,a\n`;
    expect(read(text).rows).toEqual([
      {
        line: 2,
        label: {
          mention: id,
          brand: 'northwind',
          tone: 'negative',
          drawn: 'random',
          day: '2026-11-20',
          by: 'a',
        },
      },
    ]);
  });

  it('is read as a spreadsheet leaves it: byte order mark, semicolons, CRLF, quotes, capitals, more columns', () => {
    const text = `\uFEFFNote;"Tone";Brand;Mention;Day\r\n"a; ""b""\r\nc";POSITIVE;northwind;m${id};20/11/2026\r\n;;;;\r\n`;
    const { rows, problems, separator, lineEnd } = read(text);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { line: 2, label: { mention: id, brand: 'northwind', tone: 'positive', drawn: 'chosen' } },
    ]);
    expect({ separator, lineEnd }).toEqual({ separator: ';', lineEnd: '\r\n' });
  });

  it('takes an id without its m, short words for tones, and a header that a merge wrote twice', () => {
    const head = 'mention,brand,tone';
    expect(toneOf(`${head}\n${id},northwind,neg\n${head}\n'm${id},northwind,Neu\n`)).toEqual([
      'negative',
      'neutral',
    ]);
  });

  it('counts rows without a tone as not answered', () => {
    expect(read(`mention,brand,tone\nm${id},northwind,\n`)).toMatchObject({
      blank: 1,
      rows: [],
      problems: [],
    });
  });

  it('names the line of what it can not understand, and reads the rest', () => {
    const rows = [
      `m${id},northwind,so so`,
      `1.23457E+15,northwind,neutral`,
      `m123,northwind,neutral`,
      `m${id},,neutral`,
      `m${id},northwind,neutral,by hand`,
      `<<<<<<< HEAD,northwind,neutral`,
      `m${id},northwind,neutral,random,,Somebody Else`,
      `m${id},northwind,neutral`,
    ];
    const text = `mention,brand,tone,drawn,day,by\n${rows.join('\n')}\n`;
    expect(why(text)).toEqual([
      '2: has the tone "so so"; there are negative, neutral, positive',
      '3: names the mention 1.23457e+15: a spreadsheet took its id for a number',
      '4: names no mention: "123" is no id of 16 digits and letters a to f',
      '5: names no brand',
      '6: was drawn "by hand"; there are random, teaching, chosen',
      '7: is a mark of a merge conflict',
      expect.stringMatching(/^8: cannot be used: by: at most 8 letters and digits/),
    ]);
    expect(toneOf(text)).toEqual(['neutral']);
  });

  it('says which column is missing, and what there is instead', () => {
    expect(why('mention,brand,verdict\n')).toEqual([
      '1: has no column "tone"; found: mention | brand | verdict',
    ]);
  });

  it('says that a quote is never closed, and throws nothing', () => {
    expect(why(`mention,brand,tone\n"m${id},northwind,neutral\n`)[0]).toMatch(
      /a quote is opened and never closed/,
    );
  });

  it('of several rows on one mention lets the last count, by lot where any of them is', () => {
    const row = { mention: id, brand: 'northwind' };
    expect(
      labelsThatCount([
        { ...row, tone: 'neutral', drawn: 'random' },
        { ...row, brand: 'bluebird', tone: 'neutral', drawn: 'chosen' },
        { ...row, tone: 'negative', drawn: 'chosen', by: 'b' },
      ]),
    ).toEqual([
      { ...row, tone: 'negative', drawn: 'random', by: 'b' },
      { ...row, brand: 'bluebird', tone: 'neutral', drawn: 'chosen' },
    ]);
  });

  it('is never read with an error, and its pieces are the text again', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ';',
      '\r\n',
      '\n',
      'a',
      ' ',
      `m${id}`,
      'neg',
      'mention,brand,tone\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        read(text);
        const records = recordsOf(text, ',');
        if (Array.isArray(records)) expect(records.map(({ raw }) => raw).join('')).toBe(text);
      }),
    );
  });
});
