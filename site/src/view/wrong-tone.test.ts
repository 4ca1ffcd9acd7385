import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tones } from '#contract';
import { fields, reportsOf, template, wrongToneLink } from './wrong-tone.ts';

const about = {
  demo: false,
  repository: 'https://github.com/acme/earshot',
  site: { url: 'https://acme.example/earshot' },
  sources: [{ id: 'paper' }, { id: 'answers' }],
  unlabelled: { sources: ['answers'], hosts: ['stackexchange.example'] },
};
const row = {
  id: '0123456789abcdef',
  brand: 'northwind',
  source: 'paper',
  day: '2026-05-04',
  tone: 'negative' as const,
  title: 'Words of "somebody" & <others>',
  excerpt: 'that are theirs',
  url: 'https://social.example/@somebody/1',
  host: 'social.example',
};
const reports = reportsOf(about);
const queryOf = (link: string | null) => Object.fromEntries(new URL(link ?? '').searchParams);

describe('the link “wrong tone?”', () => {
  test('opens the form of the team’s own repository, filled in by id, brand and tone', () => {
    const link = wrongToneLink(row, reports);
    expect(link).toMatch(/^https:\/\/github\.com\/acme\/earshot\/issues\/new\?/);
    expect(queryOf(link)).toEqual({
      template: 'wrong-tone.yml',
      title: 'Wrong tone: 0123456789abcdef (northwind)',
      mention: row.id,
      brand: 'northwind',
      now: 'negative',
      link: `https://acme.example/earshot/mentions/?brand=northwind&from=2026-05-04&to=2026-05-04&id=${row.id}`,
    });
  });
  test('tells nothing of what was written, by whom or where', () => {
    expect(decodeURIComponent(wrongToneLink(row, reports) ?? '')).not.toMatch(/somebody|theirs|social/);
  });
  test('has no way back where the pages do not know their own address', () => {
    expect(queryOf(wrongToneLink(row, reportsOf({ ...about, site: {} })))).not.toHaveProperty('link');
  });
  test.each([
    ['a source whose terms forbid labels, such as Stack Exchange', { source: 'answers' }],
    ['a link to such a place that another source found', { host: 'stackexchange.example' }],
    ['a link to a part of such a place', { host: 'coffee.stackexchange.example' }],
    ['a source that is gone, of which nobody knows what it was', { source: 'gone' }],
    ['talk of no brand', { brand: null }],
    ['what was not scored yet', { tone: null }],
    ['what has no words any more', { title: '', excerpt: '', url: null }],
  ])('is not there for %s', (_, more) => {
    expect(wrongToneLink({ ...row, ...more }, reports)).toBeNull();
  });
  test.each([
    null,
    'https://gitlab.example/acme/earshot',
    'javascript:alert(1)//github.com',
    'https://github.com@evil.test/a/b',
  ])('is not there where the repository is %s', (repository) => {
    expect(reportsOf({ ...about, repository })).toBeNull();
  });
  test.each(['https://github.acme.example/a/b', 'https://acme.ghe.com/a/b/'])(
    'leads to %s, a server of GitHub’s make',
    (repository) =>
      expect(reportsOf({ ...about, repository })?.repository).toBe(repository.replace(/\/$/, '')),
  );
  test('is not there where nobody says what may be labelled', () => {
    expect(reportsOf({ ...about, unlabelled: undefined })).toBeNull();
  });
  test('is not there for invented mentions', () => expect(reportsOf({ ...about, demo: true })).toBeNull());
});

test('the form has the fields that the link fills in, and the tones that a label can have', () => {
  const form = parse(
    readFileSync(new URL(`../../../.github/ISSUE_TEMPLATE/${template}`, import.meta.url), 'utf8'),
  );
  type Part = { id?: string; attributes: { options?: string[]; value?: string } };
  const parts: Part[] = form.body;
  expect(parts.flatMap(({ id }) => id ?? [])).toEqual(expect.arrayContaining([...fields]));
  expect(parts.find(({ id }) => id === 'right')?.attributes.options).toEqual([...tones]);
  expect(parts.map(({ attributes }) => attributes.value).join()).toContain('earshot -- label');
});
