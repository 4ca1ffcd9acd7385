import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asking, Page, SourceBase, SourceType } from '../types.ts';
import { appStoreConnect } from './app-store-connect.ts';
import { asking } from './asking.fixture.ts';
import { discourse } from './discourse.ts';
import { googlePlay } from './google-play.ts';
import { lemmy } from './lemmy.ts';
import { answer, saved } from './reading.fixture.ts';
import { steam } from './steam.ts';
import { wikipediaViews } from './wikipedia-views.ts';

/** A key in its right form would sign a next page; without one, a page that goes on is a fault of ours. */
const given: Asking = asking();
const play =
  'https://androidpublisher.googleapis.com/androidpublisher/v3/applications/com.example.app/reviews?maxResults=100&token=x';
type Case = {
  type: SourceType<never>;
  settings: SourceBase;
  file: string;
  url?: string;
  origin: string;
};
const accept = 'it is our own';
const caseOf = <Settings extends SourceBase>(
  type: SourceType<Settings>,
  settings: Settings,
  file: string,
  origin: string,
  url?: string,
): Case => ({ type: type as unknown as SourceType<never>, settings, file, origin, ...(url ? { url } : {}) });

const cases = [
  caseOf(steam, { id: 's', type: 'steam', app: 1 }, 'steam.json', 'https://store.steampowered.com'),
  caseOf(
    lemmy,
    { id: 'l', type: 'lemmy', instance: 'lemmy.world', what: 'posts' },
    'lemmy-posts.json',
    'https://lemmy.world',
  ),
  caseOf(
    discourse,
    { id: 'd', type: 'discourse', forum: 'https://forum.example', accept },
    'discourse.json',
    'https://forum.example',
  ),
  caseOf(
    wikipediaViews,
    { id: 'w', type: 'wikipedia-views' },
    'wikipedia-views.json',
    'https://wikimedia.org',
  ),
  caseOf(
    appStoreConnect,
    { id: 'a', type: 'app-store-connect', app: 5, accept },
    'app-store-connect.json',
    'https://api.appstoreconnect.apple.com',
    'https://api.appstoreconnect.apple.com/v1/apps/5/customerReviews?limit=200',
  ),
  caseOf(
    googlePlay,
    { id: 'g', type: 'google-play', app: 'com.example.app', accept },
    'google-play.json',
    'https://androidpublisher.googleapis.com',
    play,
  ),
];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    -1,
    1e308,
    2 ** 53,
    '1e400',
    [],
    {},
    'javascript:alert(1)',
    'https://evil.example/?x',
    '__proto__',
    '\u202e\u0000',
    '\ud800',
    true,
    [[[]]],
  ),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

/** All places in a document. */
const placesIn = (value: Json, path: string[] = []): string[][] =>
  value !== null && typeof value === 'object'
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
    : [path];

function withAt(value: Json, [key, ...rest]: string[], put: Json): Json {
  if (key === undefined || value === null || typeof value !== 'object') return put;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = copy as Record<string, Json>;
  inner[key] = withAt(inner[key] as Json, rest, put);
  return copy;
}

const optionalText = (value: unknown) => value === undefined || typeof value === 'string';

function expectSound(page: Page, origin: string) {
  for (const item of page.items) {
    expect([item.title, item.text, item.language, item.version, item.site].every(optionalText)).toBe(true);
    expect(item.guid).toMatch(/./);
    if (item.link !== undefined) expect(item.link).toMatch(/^https?:\/\//);
    if (item.rating) expect(item.rating.value).toBeLessThanOrEqual(item.rating.of);
    for (const name of item.authors ?? []) expect(name).toBeTypeOf('string');
  }
  for (const signal of page.signals ?? []) {
    expect(Number.isSafeInteger(signal.value) && signal.value >= 0).toBe(true);
    expect(signal.day).toMatch(/^2026-11-1[234]$/);
  }
  for (const request of [page.next, page.then]) {
    if (request) expect(new URL(request.url).origin).toBe(origin);
  }
}

describe.each(cases)('$settings.type', ({ type, settings, file, url, origin }) => {
  const read = (body: string) => {
    const at = url ?? type.firstRequest(settings as never, given).url;
    return type.read(answer(at, body), settings as never, given);
  };
  /** The next page of App Store Connect is signed, which is tested with a key; here it has none. */
  const original = JSON.parse(saved(file)) as Json;
  const unsigned = type === (appStoreConnect as unknown) ? withAt(original, ['links'], {}) : original;

  it('makes no fault of whatever stands in any place of an answer', () => {
    const places = placesIn(unsigned);
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, (place, put) => {
        const page = read(JSON.stringify(withAt(unsigned, place, put)));
        if ('items' in page) expectSound(page, origin);
        else expect(['changed', 'failed', 'refused']).toContain(page.status);
      }),
      { numRuns: 400 },
    );
  });

  it('B12: takes nothing from prototypes that an answer names, and gives the world none', () => {
    const body = JSON.stringify(unsigned);
    const poison = '{"__proto__":{"polluted":1,"nsfw":true},"constructor":{"prototype":{"polluted":1}},';
    expect(read(body.replace(/\{(?=")/g, poison))).toEqual(read(body));
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['a trailing comma', (body: string) => body.replace(/\}$/, ',}')],
    ['a comment', (body: string) => body.replace('{', '{/* ok */')],
    ['NaN', (body: string) => body.replace(/\}$/, ',"x":NaN}')],
  ])('B27: takes %s for no JSON', (_, spoilt) => {
    const page = read(spoilt(JSON.stringify(unsigned)));
    expect('items' in page ? page.whole : page.status).not.toBe(true);
  });

  it('makes no fault of an answer that ends anywhere, and takes it for none that is whole', () => {
    const body = JSON.stringify(unsigned);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: body.length - 1 }), (end) => {
        const page = read(body.slice(0, end));
        if ('items' in page) {
          expect(page.whole).toBe(false);
          expectSound(page, origin);
        } else expect(page.status).not.toBe('refused');
      }),
      { numRuns: 200 },
    );
  });
});
