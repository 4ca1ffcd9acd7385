import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '#contract';
import { issueText, type NightFacts, wentWell } from './issue-text.ts';

const good: NightFacts = {
  collect: 'success',
  build: 'success',
  deploy: 'success',
  code: '0',
  run: 'https://github.com/acme/earshot/actions/runs/1',
  attempts: [],
};
const attempt = (source: string, status: Run['status'] = 'failed', reason = 'dns_unknown') => ({
  at: '2026-11-20T05:17:00Z',
  source,
  status,
  reason,
  http: 500,
});

describe('a night', () => {
  it('went well when all of it did, also where Pages is off', () => {
    expect(wentWell(good)).toBe(true);
    expect(wentWell({ ...good, deploy: 'skipped' })).toBe(true);
  });

  it.each([
    { code: '2' },
    { code: '' },
    { collect: 'failure' },
    { collect: 'cancelled' },
    { build: 'skipped' },
    { deploy: 'failure' },
  ])('did not go well with %j', (bad) => {
    expect(wentWell({ ...good, ...bad })).toBe(false);
  });
});

describe('the issue about a bad night', () => {
  it('says what happened, and which sources gave nothing', () => {
    const attempts = [attempt('city-paper'), attempt('forum', 'ok'), attempt('app', 'refused', 'robots')];
    const text = issueText({ ...good, code: '2', attempts });
    expect(text).toMatch(/^No source answered\./);
    expect(text).toContain('- `city-paper` `failed` `dns_unknown` `500`\n- `app` `refused` `robots` `500`\n');
    expect(text).not.toContain('forum');
    expect(text).toContain('<https://github.com/acme/earshot/actions/runs/1>');
  });

  it.each([
    [{ collect: 'failure', code: '1' }, /error in the config/],
    [{ collect: 'failure', code: '3' }, /data-not-pushed/],
    [{ collect: 'cancelled', code: '' }, /did not end/],
    [{ build: 'failure' }, /could not be built/],
    [{ deploy: 'failure' }, /could not be put up/],
  ])('names the part that failed: %j', (bad, words) => {
    expect(issueText({ ...good, ...bad })).toMatch(words);
  });

  it('shows whatever it is given as code, so that none of it works as Markdown', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '@acme/team',
        'closes #1',
        '![](http://x/p)',
        '<img src=x>',
        '`` ` ``',
        '\n\n# x',
        '[x](javascript:1)',
        '\u202ex',
      ),
    );
    const skeleton = (text: string) => text.replace(/`[^`\n]+`|–/g, '·');
    fc.assert(
      fc.property(hostile, hostile, hostile, (source, reason, run) => {
        const facts = {
          ...good,
          collect: source,
          run,
          code: '2',
          attempts: [attempt(source, 'failed', reason)],
        };
        const plain = { ...good, collect: 'x', run: 'x', code: '2', attempts: [attempt('x', 'failed', 'x')] };
        expect(skeleton(issueText(facts))).toBe(skeleton(issueText(plain)));
      }),
    );
  });

  it('stays below the size that GitHub takes, and says what it left out', () => {
    const text = issueText({ ...good, code: '2', attempts: Array(5_000).fill(attempt('ü'.repeat(40))) });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/… and \d+ more lines\.\n$/);
  });
});
