import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line, state } from '../../tests/two-checkouts.fixture.ts';
import { correctLedger, keyOfLine, mergeLines, mergeState } from './merge-night.ts';

const merge = (base: string, ours: string, theirs: string, taken: string[] = []) =>
  mergeLines({ base, ours, theirs }, keyOfLine, { taken: new Set(taken) }).text;

describe('the lines of two nights', () => {
  it('are theirs and then ours', () => {
    expect(merge(line('a'), line('a') + line('b'), line('a') + line('c'))).toBe(
      line('a') + line('c') + line('b'),
    );
  });

  it('hold a mention that both found once, as the first to push told it', () => {
    expect(merge('', line('b', ' ours'), line('b', ' theirs'))).toBe(line('b', ' theirs'));
  });

  it('leave out what others put into another month', () => {
    expect(merge('', line('b') + line('c'), '', ['b northwind'])).toBe(line('c'));
  });

  it('take over a rewritten judgement', () => {
    expect(merge(line('a') + line('b'), line('a', '!') + line('b'), line('a') + line('b') + line('c'))).toBe(
      line('b') + line('c') + line('a', '!'),
    );
  });

  it('leave damaged lines of others where they are, and give half a line its end', () => {
    expect(merge('', line('b'), '<<<<<<< HEAD\n{"id":"x')).toBe(`<<<<<<< HEAD\n{"id":"x\n${line('b')}`);
  });

  it('keep attempts that look alike, since each was one', () => {
    const attempt = '{"at":"2026-11-20T05:17:00Z","source":"paper"}\n';
    expect(
      mergeLines({ base: '', ours: attempt, theirs: attempt }, () => undefined, { taken: new Set() }).text,
    ).toBe(attempt + attempt);
  });

  it('are never lost and never doubled, whoever is first', () => {
    const ids = fc.uniqueArray(
      fc.integer({ min: 0, max: 30 }).map((n) => `m${n}`),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(ids, ids, ids, (base, ours, theirs) => {
        const text = (list: readonly string[]) => list.map((id) => line(id)).join('');
        const with_ = (more: readonly string[]) =>
          text([...base, ...more.filter((id) => !base.includes(id))]);
        const merged = merge(text(base), with_(ours), with_(theirs));
        const found = merged.split('\n').filter(Boolean).sort();
        const wanted = text([...new Set([...base, ...ours, ...theirs])])
          .split('\n')
          .filter(Boolean)
          .sort();
        expect(found).toEqual(wanted);
        expect(merged.startsWith(with_(theirs))).toBe(true);
      }),
    );
  });
});

describe('what two nights remember', () => {
  it('is ours for sources that both read, and the longer wait', () => {
    const ours = state({ a: { refusals: 1, nextAllowedAt: '2026-11-21T00:00:00Z' }, b: {} });
    const theirs = state({ a: { refusals: 0, nextAllowedAt: '2026-11-22T00:00:00Z' }, c: { refusals: 2 } });
    expect(JSON.parse(mergeState({ base: '', ours, theirs }))).toEqual({
      v: 1,
      sources: { a: { refusals: 1, nextAllowedAt: '2026-11-22T00:00:00Z' }, b: {}, c: { refusals: 2 } },
    });
  });

  it('is ours alone where theirs cannot be read', () => {
    const ours = state({ a: {} });
    expect(mergeState({ base: '', ours, theirs: '<<<<<<<' })).toBe(ours);
  });
});

describe('a ledger after a race', () => {
  const at = '2026-11-20T05:17:00Z';
  const run = (source: string, kept: number, more = {}) =>
    `${JSON.stringify({ at, source, kept, dropped: {}, ...more })}\n`;
  const found = (source: string) => JSON.stringify({ id: 'a', brand: null, source, firstSeenAt: at });

  it('counts as known what others stored, at the attempt that found it, and never below nothing', () => {
    const base = run('paper', 3);
    const ours = `${base}nonsense\n${run('paper', 2, { dropped: { known: 4, cut: 1 } })}${run('forum', 1)}`;
    const known = ['paper', 'paper', 'paper', 'blog'].map(found);
    expect(correctLedger({ base, ours }, known)).toBe(
      `${base}nonsense\n${run('paper', 0, { dropped: { known: 6, cut: 1 } })}${run('forum', 1)}`,
    );
    expect(correctLedger({ base, ours }, [])).toBe(ours);
  });

  it('is not touched at attempts of another moment', () => {
    const other = run('paper', 2, { at: '2026-11-19T05:17:00Z' });
    expect(correctLedger({ base: '', ours: other }, [found('paper')])).toBe(other);
  });
});
