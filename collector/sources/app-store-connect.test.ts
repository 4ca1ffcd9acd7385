import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Request, Source } from '../types.ts';
import { appStoreConnect } from './app-store-connect.ts';
import { asking } from './asking.fixture.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const secrets = {
  APP_STORE_CONNECT_KEY_ID: 'ABCDE12345',
  APP_STORE_CONNECT_ISSUER_ID: '57246542-96fe-1a63-e053-0824d011072a',
  APP_STORE_CONNECT_KEY: pem,
};
const given = asking({ secrets });
const settings = appStoreConnect.settings.parse({
  id: 'own-app',
  type: 'app-store-connect',
  app: 123456789,
  accept: 'it is our own app',
});
const source: Source = { ...settings, group: 'reviews' };
const reviews = 'https://api.appstoreconnect.apple.com/v1/apps/123456789/customerReviews';
const first = `${reviews}?sort=-createdDate&limit=200`;
const read = (body: unknown) => appStoreConnect.read(answer(first, body), settings, given);
const review = (id: number, changes: object = {}) => ({
  type: 'customerReviews',
  id: `0000-${id}`,
  attributes: {
    rating: 4,
    title: 't',
    body: 'b',
    reviewerNickname: 'n',
    createdDate: new Date(Date.UTC(2026, 10, 15) - id * 60_000).toISOString(),
    ...changes,
  },
});

/** Header and claims of the token that a request carries, where its signature is right. */
function tokenOf({ authorization = '' }: Request) {
  const [, header = '', claims = '', signature = ''] =
    /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization) ?? [];
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  expect(isSigned).toBe(true);
  const parsed = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header: parsed(header), claims: parsed(claims) };
}

describe('App Store Connect', () => {
  it('is asked with a token that our key signed and that lives less than twenty minutes', () => {
    const request = appStoreConnect.firstRequest(settings, given);
    expect(request.url).toBe(first);
    const { header, claims } = tokenOf(request);
    expect(header).toEqual({ alg: 'ES256', kid: 'ABCDE12345', typ: 'JWT' });
    const iat = Date.parse('2026-11-15T05:17:00Z') / 1000;
    expect(claims).toEqual({
      iss: secrets.APP_STORE_CONNECT_ISSUER_ID,
      iat,
      exp: iat + 1140,
      aud: 'appstoreconnect-v1',
    });
  });

  it('takes a key whose lines were joined by backslash and n', () => {
    const joined = asking({ secrets: { ...secrets, APP_STORE_CONNECT_KEY: pem.replaceAll('\n', '\\n') } });
    expect(appStoreConnect.hindrance?.(settings, joined)).toBeUndefined();
    tokenOf(appStoreConnect.firstRequest(settings, joined));
  });

  it('gives reviews with stars, and their authors only to be masked', () => {
    const { items, next } = pageOf(read(saved('app-store-connect.json')));
    expect(items).toEqual([
      {
        title: 'Ordered ahead & ready',
        text: 'Skipped the queue.\nBeans < milk.',
        html: false,
        guid: 'app-store-connect-review:00000091-3c10-7f55-b2a4-000000000001',
        published: '2026-11-14T04:24:23-07:00',
        rating: { value: 5, of: 5 },
        site: 'apps.apple.com',
        authors: ['earlybird77'],
      },
      expect.objectContaining({ rating: { value: 1, of: 5 }, authors: ['kaffeetante'] }),
    ]);
    expect(next?.url).toBe(`${reviews}?cursor=AMg.AN3a&sort=-createdDate&limit=200`);
    tokenOf(next as Request);
  });

  it.each([
    'https://evil.example/v1/apps/123456789/customerReviews?cursor=x',
    'https://api.appstoreconnect.apple.com.evil.example/v1/apps/123456789/customerReviews?cursor=x',
    'https://api.appstoreconnect.apple.com@evil.example/?x',
    'http://api.appstoreconnect.apple.com/v1/apps/123456789/customerReviews?cursor=x',
    'https://api.appstoreconnect.apple.com/v1/users?limit=200',
    '//evil.example/',
  ])('follows no next page to %s', (next) => {
    const page = read({ data: [review(1)], links: { next } });
    expect(page).not.toHaveProperty('next');
    expect(page).toMatchObject({ items: { length: 1 }, capped: 'led_elsewhere' });
  });

  it('is read page by page to the time asked for, and covers that', async () => {
    const serve = ({ url }: Request) => {
      const at = Number(new URL(url).searchParams.get('cursor') ?? 0);
      const data = Array.from({ length: 200 }, (_, i) => review((at + i) * 10));
      return answer(url, { data, links: { next: `${reviews}?cursor=${at + 200}` } });
    };
    const reading = await night(source, serve, { secrets });
    // 2 days and 18:43 hours, a review every ten minutes
    expect(reading).toMatchObject({ status: 'ok', items: { length: 401 }, coversFrom: given.since });
    expect(reading.asked).toHaveLength(3);
    expect(reading.state).toEqual({ address: reviews });
    const second = await night(source, serve, { secrets, state: reading.state });
    expect(second.items).toEqual(reading.items);
  });

  it('is refused where a key is missing or none, and nothing of it is told, stored or shown', async () => {
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { privateKey: p384 } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
    const rsaPem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
    const p384Pem = p384.export({ type: 'pkcs8', format: 'pem' }).toString();
    const wrong: Partial<typeof secrets>[] = [
      { APP_STORE_CONNECT_KEY: pem.slice(0, 120) },
      { APP_STORE_CONNECT_KEY: 'SECRETSECRETSECRET' },
      { APP_STORE_CONNECT_KEY: rsaPem },
      { APP_STORE_CONNECT_KEY: p384Pem },
      {
        APP_STORE_CONNECT_KEY: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
      },
      { APP_STORE_CONNECT_KEY_ID: 'SECRET\r\nx: SECRET' },
      { APP_STORE_CONNECT_ISSUER_ID: '{"SECRET":1}' },
    ];
    for (const changes of wrong) {
      const reading = await night(source, () => failure(500, 'never'), {
        secrets: { ...secrets, ...changes },
      });
      expect(reading).toMatchObject({ status: 'refused', reason: 'no_key', asked: [] });
      const told = JSON.stringify(reading);
      for (const secret of Object.values({ ...secrets, ...changes })) {
        for (const part of secret
          .split(/\s+/)
          .filter((piece) => piece.length > 5 && !/KEY|BEGIN|END/.test(piece))) {
          expect(told).not.toContain(part.slice(0, 20));
        }
      }
      expect(told).not.toContain('SECRET');
    }
    const missing = await night(source, () => failure(500, 'never'));
    expect(missing).toMatchObject({ status: 'refused', reason: 'no_key', asked: [] });
    expect(missing.detail).toContain('APP_STORE_CONNECT_KEY_ID');
  });

  it('tells nothing of a key that Apple refuses, and asks nothing before its terms are accepted', async () => {
    const reading = await night(source, () => failure(401, 'auth', 'refused'), { secrets });
    expect(reading).toMatchObject({ status: 'refused', reason: 'auth', http: 401 });
    const { asked, ...kept } = reading;
    const token = asked[0]?.authorization?.slice(7) ?? 'none';
    for (const secret of [token, token.split('.')[2] ?? '', 'ABCDE12345', pem.split('\n')[1] ?? '']) {
      expect(JSON.stringify(kept)).not.toContain(secret);
    }
    const { accept: _, ...unaccepted } = source;
    expect(await night(unaccepted as Source, () => answer(first, ''), { secrets })).toMatchObject({
      reason: 'terms_not_accepted',
      asked: [],
    });
  });

  it.each([
    ...notJson,
    ['{"errors":[{"code":"NOT_AUTHORIZED"}]}', 'changed', 'not_reviews'],
    ['{"data":{}}', 'changed', 'not_reviews'],
    [JSON.stringify({ data: [review(1, { rating: '4.5' })] }), 'changed', 'odd_items'],
  ])('that says something else is told apart: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('B27: may have no reviews, break off, be half odd or hostile', () => {
    expect(read({ data: [], links: {} })).toEqual({ items: [], whole: true });
    const body = JSON.stringify({ data: [review(1), review(2)] });
    expect(read(body.slice(0, -30))).toMatchObject({ whole: false, items: { length: 1 } });
    expect(read({ data: [review(1), { id: 'x' }] })).toMatchObject({
      odd: expect.stringContaining('1 of 2'),
    });
    const hostile = `{"data":[{"id":90071992547409931,"__proto__":{"x":1},"attributes":{"rating":5,"title":null,
      "body":7,"createdDate":1e400,"reviewerNickname":[]}}],"links":{"next":5}}`;
    expect(pageOf(read(hostile)).items).toMatchObject([
      {
        guid: 'app-store-connect-review:90071992547409931',
        title: undefined,
        text: undefined,
        authors: undefined,
      },
    ]);
  });
});
