import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configOf, sourceKeys } from '#contract';
import { configHash } from './config-hash.ts';
import { loadConfig, showError } from './load-config.ts';

const schema = configOf(
  z.discriminatedUnion('type', [
    z.strictObject({ ...sourceKeys, type: z.literal('feed'), url: z.string() }),
    z.strictObject({ ...sourceKeys, type: z.literal('app-store'), country: z.string() }),
  ]),
);
const errorsOf = (text: string) => {
  const loaded = loadConfig(text, 'brand.yml', schema);
  return loaded.ok ? [] : loaded.errors.map(showError);
};
const good = `brand:
  id: northwind
  name: Northwind Coffee
sources:
  - { id: paper, type: feed, url: https://example.com/rss }
`;

describe('a config', () => {
  it('gets its defaults filled in', () => {
    const loaded = loadConfig(good, 'brand.yml', schema);
    expect(loaded).toMatchObject({
      ok: true,
      config: { competitors: [], time: { zone: 'UTC', weekStart: 'monday' }, site: { index: false } },
    });
  });

  it('with several errors tells all of them, each with line and column', () => {
    const text = `brand:
  id: North wind
  nme: x
sources:
  - id: paper
    type: fead
time:
  zone: Europe/Berln
site:
  colour: red
`;
    expect(errorsOf(text)).toEqual([
      'brand.yml:1:1 brand.name: is missing: a text is needed',
      'brand.yml:2:3 brand.id: found "North wind", expected an id of small letters, digits and hyphens, at most 40: city-paper',
      'brand.yml:3:3 brand.nme: unknown key "nme"; did you mean "name"? (one of id, name, match, any, all, none, context, articles)',
      'brand.yml:6:5 sources.0.type: found "fead"; did you mean "feed"? (one of feed, app-store)',
      'brand.yml:8:3 time.zone: found "Europe/Berln", expected a time zone such as Europe/Berlin',
      'brand.yml:10:3 site.colour: found "red", expected a colour as \'#rrggbb\', in quotes',
    ]);
  });

  it('with an unknown key in a source gets the keys of that source type', () => {
    expect(errorsOf(good.replace('url:', 'urll: a, url:'))).toEqual([
      'brand.yml:5:30 sources.0.urll: unknown key "urll"; did you mean "url"? (one of id, group, brand, since, category, accept, type, url)',
    ]);
  });

  it('without the type of a source is told the types', () => {
    expect(errorsOf(good.replace('type: feed, ', ''))).toEqual([
      'brand.yml:5:5 sources.0.type: is missing; one of feed, app-store',
    ]);
  });

  it('that uses an id twice, or names a brand that is not there, is refused', () => {
    expect(
      errorsOf(`${good}  - { id: paper, type: feed, url: 'https://example.com/2', brand: northwinds }\n`),
    ).toEqual([
      'brand.yml:6:7 sources.1.id: the id "paper" is used twice',
      'brand.yml:6:60 sources.1.brand: no brand has the id "northwinds"; did you mean "northwind"? (one of northwind)',
    ]);
  });

  it.each([
    ['a tab', 'brand:\n\tid: x\n', /:2:1 .*tab/i],
    ['a key given twice', `${good}brand: { id: a, name: b }\n`, /:6:1 .*unique/i],
    ['a type tag', 'brand: !!js/function "x"\n', /:1:8 .*tag/i],
    ['no content', '', /:1:1 .*empty/],
    ['a list', '- a\n', /:1:1 .*no mapping/],
    ['a bomb of aliases', bomb(), /:1:1 .*alias/i],
    ['10 MB', `# ${'x'.repeat(10_000_000)}`, /characters long/],
    ['an unknown key', `${good}sites: {}\n`, /:6:1 sites: unknown key "sites"; did you mean "site"\?/],
    ['on: yes', `${good}on: yes\n`, /:6:1 on: unknown key "on"/],
    [
      'yes for true',
      `${good}site: { index: yes }\n`,
      /:6:9 site\.index: found "yes", expected true or false/,
    ],
  ])('E03: with %s is refused, line and column named', (_what, text, message) => {
    expect(errorsOf(text).join('\n')).toMatch(message);
  });

  it.each([
    'https://someone:hunter2@paper.test/feed',
    'https://someone:hunter2:more/and@more@paper.test/feed',
    'https:\\\\someone:hunter2@paper.test/feed',
    `https://someone:hunter2${'x'.repeat(80)}@paper.test/feed`,
    'someone:hunter2@paper.test',
  ])('never repeats the password of an address: %j', (address) => {
    const written = JSON.stringify(address);
    const told = [
      good.replace('https://example.com/rss', `[${written}]`),
      good.replace('type: feed', `type: ${written}`),
      good.replace('id: paper', `id: ${written}`),
      good.replace('url:', `${written}: a, url:`),
      `${good}site: { url: ${written}, colour: ${written} }\n`,
      `${good}time: ${written}\n`,
    ].map((text) => errorsOf(text).join('\n'));
    for (const errors of told) {
      expect(errors).toMatch(/^brand\.yml:/);
      expect(errors).not.toContain('hunter2');
    }
    expect(told.join('\n')).toContain(':…@');
  });

  it('hashes alike whatever the order of its keys', () => {
    expect(configHash({ a: 1, b: { c: [1, 2], d: 3 } })).toBe(configHash({ b: { d: 3, c: [1, 2] }, a: 1 }));
    expect(configHash({ a: [1, 2] })).not.toBe(configHash({ a: [2, 1] }));
  });
});

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) =>
    level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}*a${level - 1}]`,
  );
  return `${levels.join('\n')}\n`;
}
