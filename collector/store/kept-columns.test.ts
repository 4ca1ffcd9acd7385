import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Mention } from '#contract';
import type { Said } from '../types.ts';
import { toLine } from './lines.ts';
import { openStore } from './open-store.ts';

let dir: string;
let cache: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'earshot-kept-'));
  cache = join(dir, '.cache');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const lineOf = (at: number, title = 'words', rating?: Mention['rating']): string =>
  toLine(
    Mention,
    {
      v: 1,
      id: at.toString(16).padStart(16, '0'),
      doc: (at * 3).toString(16).padStart(16, '0'),
      brand: at % 3 === 0 ? null : 'saltmarsh',
      source: `paper-${at % 4}`,
      group: 'news',
      site: 'päper.example',
      url: `https://paper.example/${at}`,
      title,
      excerpt: '',
      publishedAt: '2026-10-30T10:00:00Z',
      firstSeenAt: '2026-11-01T04:00:00Z',
      ...(rating ? { rating } : {}),
    },
    'mentions',
  );
const month = () => join(dir, 'mentions/2026-11.jsonl');

function write(text: string): void {
  mkdirSync(join(dir, 'mentions'), { recursive: true });
  writeFileSync(month(), text);
}

/** What is read, with what is kept and without; and what cannot be. */
function read(kept: boolean): { said: Said[]; problems: unknown[] } {
  const store = openStore(dir, kept ? { cache: { dir: cache, fewestBytes: 0 } } : {});
  const said = Array.from(store.said(), (one) => ({ ...one }));
  return { said, problems: store.problems() };
}

const keptFile = () => join(cache, 'mentions-2026-11.columns');
const lines = () =>
  Array.from({ length: 50 }, (_, at) => lineOf(at, 'x', at % 5 === 0 ? { value: 4, of: 5 } : undefined));

describe('columns that are kept', () => {
  it('say the same as the lines, and are not made again', () => {
    write(`${lines().join('')}no JSON\n`);
    const plain = read(false);
    expect(plain.said).toHaveLength(50);
    expect(plain.problems).toHaveLength(1);
    expect(read(true)).toEqual(plain);
    const made = statSync(keptFile()).mtimeMs;
    const bytes = readFileSync(keptFile());
    expect(read(true)).toEqual(plain);
    expect(statSync(keptFile()).mtimeMs).toBe(made);
    expect(readFileSync(keptFile())).toEqual(bytes);
    expect(readFileSync(join(cache, '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('are made again where the file has changed, also where it is as long and as old as before', () => {
    write(lines().join(''));
    read(true);
    const { atime, mtime } = statSync(month());
    const changed = readFileSync(month(), 'utf8').replace('"source":"paper-1"', '"source":"paper-9"');
    writeFileSync(month(), changed);
    utimesSync(month(), atime, mtime);
    expect(read(true).said[1]?.source).toBe('paper-9');
    expect(read(true)).toEqual(read(false));
  });

  it.each([
    ['cut short', () => truncateSync(keptFile(), 700)],
    ['emptied', () => truncateSync(keptFile(), 0)],
    ['of another version', () => spoil((text) => text.replace(/"rules":"./, '"rules":"_'))],
    ['of another file', () => spoil((text) => text.replace(/"of":"./, '"of":"_'))],
    ['damaged in its columns', () => spoil((text) => `${text.slice(0, -9)}x${text.slice(-8)}`)],
    ['damaged in its names', () => spoil((text) => text.replace('paper-2', 'paper-7'))],
    ['no such thing at all', () => writeFileSync(keptFile(), '{"of":1}')],
  ])('are left alone and made anew where what is kept is %s', (_, damage) => {
    write(lines().join(''));
    const plain = read(false);
    read(true);
    const whole = readFileSync(keptFile());
    damage();
    expect(readFileSync(keptFile())).not.toEqual(whole);
    expect(read(true)).toEqual(plain);
    expect(readFileSync(keptFile())).toEqual(whole);
  });

  it('go with their files, and cost nothing but time where they cannot be kept', () => {
    write(lines().join(''));
    const plain = read(false);
    read(true);
    rmSync(month());
    expect(read(true).said).toEqual([]);
    expect(readdirSync(cache)).toEqual(['.gitignore']);
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file in the way');
    writeFileSync(month(), lines().join(''));
    expect(read(true)).toEqual(plain);
  });

  it('are not kept of small files, which are read as fast', () => {
    write(lines().join(''));
    const store = openStore(dir, { cache: { dir: cache } });
    expect(Array.from(store.said())).toHaveLength(50);
    expect(() => readdirSync(cache)).toThrow();
  });

  it('hold no word of what people said', () => {
    write(lineOf(1, 'a secret that is in the title'));
    read(true);
    expect(readFileSync(keptFile(), 'latin1')).not.toContain('secret');
  });
});

describe('who says what', () => {
  const [rye, queue] = [/rye/iu, /queue|rye bread/iu];
  const told = () =>
    [lineOf(1, 'Rye bread'), 'no JSON\n', lineOf(3, 'The queue'), lineOf(4, 'x'), lineOf(5, 'Rye')].join('');
  /** Ids and brands of those that say it, by the number of the pattern. */
  function saying(patterns: readonly RegExp[], kept = true): string[] {
    const store = openStore(dir, kept ? { cache: { dir: cache, fewestBytes: 0 } } : {});
    const found: string[] = [];
    store.saying(patterns, (_, low, brand, nth) => found.push(`${low} ${brand} ${nth}`));
    return found;
  }
  const file = () => join(cache, 'saying-2026-11.columns');

  it('is found in each mention once for each pattern, and found again in what is kept', () => {
    write(told());
    const found = ['1 saltmarsh 0', '1 saltmarsh 1', '3 null 1', '5 saltmarsh 0'];
    expect(saying([rye, queue])).toEqual(found);
    const made = statSync(file()).mtimeMs;
    expect(saying([rye, queue])).toEqual(found);
    expect(statSync(file()).mtimeMs).toBe(made);
    expect(saying([rye, queue], false)).toEqual(found);
  });

  it('is looked for anew where other words are asked for, or the lines are others', () => {
    write(told());
    saying([rye]);
    expect(saying([queue])).toEqual(['1 saltmarsh 0', '3 null 0']);
    write(lineOf(7, 'A queue'));
    expect(saying([queue])).toEqual(['7 saltmarsh 0']);
  });

  it('follows a file that changes under the same store', () => {
    write(told());
    const store = openStore(dir, { cache: { dir: cache, fewestBytes: 0 } });
    expect(Array.from(store.said())).toHaveLength(4);
    const ids: number[] = [];
    store.saying([rye], (_, low) => ids.push(low));
    write(lineOf(9, 'Rye again'));
    store.saying([rye], (_, low) => ids.push(low));
    expect(ids).toEqual([1, 5, 9]);
  });

  it('keeps no word, neither of what is said nor of what is looked for', () => {
    write(told());
    saying([rye]);
    expect(readFileSync(file(), 'latin1').toLowerCase()).not.toContain('rye');
  });
});

function spoil(change: (text: string) => string): void {
  writeFileSync(keptFile(), Buffer.from(change(readFileSync(keptFile(), 'latin1')), 'latin1'));
}
