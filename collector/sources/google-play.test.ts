import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Request, Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { googlePlay } from './google-play.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const account = {
  type: 'service_account',
  project_id: 'northwind-1',
  private_key_id: '0a1b2c3d4e5f60718293',
  private_key: pem,
  client_email: 'reader@northwind.example',
  token_uri: 'https://evil.example/token',
};
const name = 'GOOGLE_PLAY_SERVICE_ACCOUNT';
const secrets = { [name]: JSON.stringify(account) };
const given = asking({ secrets });
const settings = googlePlay.settings.parse({
  id: 'play',
  type: 'google-play',
  app: 'com.northwind.app',
  accept: 'it is our own app',
});
const source: Source = { ...settings, group: 'reviews' };
const tokenUrl = 'https://oauth2.googleapis.com/token';
const reviewsUrl =
  'https://androidpublisher.googleapis.com/androidpublisher/v3/applications/com.northwind.app/reviews';
const first = `${reviewsUrl}?maxResults=100`;
const accessToken = 'ya29.SECRET-access-token';
const login = (extra: object = {}) =>
  answer(tokenUrl, { access_token: accessToken, expires_in: 3599, token_type: 'Bearer', ...extra });
const read = (body: unknown, url = first) => googlePlay.read(answer(url, body), settings, given);
const review = (id: number, changes: object = {}) => ({
  reviewId: `gp:${id}`,
  authorName: 'n',
  comments: [
    {
      userComment: {
        text: 'a\tb',
        starRating: 4,
        lastModified: { seconds: String(1794700000 - id) },
        ...changes,
      },
    },
  ],
});

describe('Google Play', () => {
  it('is asked for a login that our key signed, at Google and nowhere else', () => {
    const request = googlePlay.firstRequest(settings, given);
    expect(request.url).toBe(tokenUrl);
    expect(request).not.toHaveProperty('authorization');
    expect(request.form?.grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header = '', claims = '', signature = ''] = request.form?.assertion?.split('.') ?? [];
    const isSigned = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    expect(isSigned).toBe(true);
    const parsed = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(parsed(header)).toEqual({ alg: 'RS256', kid: account.private_key_id, typ: 'JWT' });
    const iat = Date.parse('2026-11-15T05:17:00Z') / 1000;
    expect(parsed(claims)).toEqual({
      iss: account.client_email,
      scope: 'https://www.googleapis.com/auth/androidpublisher',
      aud: tokenUrl,
      iat,
      exp: iat + 3600,
    });
  });

  it('gives reviews with stars, version and votes; title and text come apart', () => {
    const { items, next } = pageOf(read(saved('google-play.json')));
    expect(items).toEqual([
      {
        title: 'Crashes at checkout',
        text: 'Since 4.2 it closes when I pay. Wren Baker',
        html: false,
        guid: 'google-play-review:gp:AOqpTOF00000000000001',
        published: 1794700800,
        language: 'en-GB',
        rating: { value: 2, of: 5 },
        version: '4.2.0',
        attention: { points: 9 },
        site: 'play.google.com',
        authors: ['Wren Baker'],
      },
      expect.objectContaining({
        title: '',
        text: 'Guter Kaffee',
        rating: { value: 5, of: 5 },
        language: 'de',
      }),
    ]);
    expect(next?.url).toBe(`${first}&token=CAESAhAB`);
  });

  it('is read to the last page with the one login, and sends it to the reviews alone', async () => {
    const serve = ({ url }: Request) => {
      if (url === tokenUrl) return login();
      const at = Number(new URL(url).searchParams.get('token') ?? 0);
      const tokenPagination = at < 200 ? { nextPageToken: String(at + 100) } : {};
      return answer(url, { reviews: Array.from({ length: 100 }, (_, i) => review(at + i)), tokenPagination });
    };
    const reading = await night(source, serve, { secrets });
    expect(reading).toMatchObject({
      status: 'ok',
      items: { length: 300 },
      coversFrom: given.since,
      notices: [],
    });
    expect(reading.asked.map(({ authorization }) => authorization)).toEqual([
      undefined,
      ...Array(3).fill(`Bearer ${accessToken}`),
    ]);
    expect(reading.asked.slice(1).every(({ url, form }) => url.startsWith(first) && form === undefined)).toBe(
      true,
    );
    expect(reading.state).toEqual({ address: reviewsUrl });
    const { asked: _, ...kept } = reading;
    expect(JSON.stringify(kept)).not.toMatch(/SECRET|ya29|0a1b2c|reader@/);
    const second = await night(source, serve, { secrets, state: reading.state });
    expect(second.items).toEqual(reading.items);
  });

  it('covers the last seven days at most, and says so where more was asked for', async () => {
    const serve = ({ url }: Request) => (url === tokenUrl ? login() : answer(url, { reviews: [review(1)] }));
    const reading = await night(source, serve, { secrets, since: new Date('2026-10-18T05:17:00Z') });
    expect(reading).toMatchObject({ status: 'ok', coversFrom: new Date('2026-11-08T05:17:00Z') });
    expect(reading.notices).toEqual([expect.stringContaining('before 2026-11-08 stays a gap')]);
  });

  it('is capped where there are more pages than a night may ask for', async () => {
    let page = 0;
    const reading = await night(
      source,
      ({ url }) => {
        if (url === tokenUrl) return login();
        page += 1;
        return answer(url, { reviews: [review(page)], tokenPagination: { nextPageToken: String(page) } });
      },
      { secrets },
    );
    expect(reading).toMatchObject({ status: 'capped', reason: 'page_cap', items: { length: 20 } });
    expect(reading.coversFrom).toEqual(new Date((1794700000 - 20) * 1000));
  });

  it('is refused where the login does not let it see the reviews, with the reason', async () => {
    const reading = await night(
      source,
      ({ url }) => (url === tokenUrl ? login() : failure(403, 'forbidden', 'refused')),
      { secrets },
    );
    expect(reading).toMatchObject({ status: 'refused', reason: 'forbidden', http: 403, items: [] });
    const bad = await night(source, () => failure(400, 'http_400'), { secrets });
    expect(bad).toMatchObject({ status: 'failed', reason: 'http_400' });
  });

  it('is refused where the key is missing or none, and nothing of it is told, stored or shown', async () => {
    const { privateKey: ec } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const wrong = [
      `SECRETSECRET ${secrets[name]}`,
      secrets[name]?.slice(0, -40),
      '{"SECRETSECRET":1}',
      JSON.stringify({ ...account, private_key: 'SECRETSECRET' }),
      JSON.stringify({ ...account, private_key: pem.slice(0, 300) }),
      JSON.stringify({ ...account, private_key: ec.export({ type: 'pkcs8', format: 'pem' }).toString() }),
      JSON.stringify({ ...account, client_email: 5 }),
    ];
    for (const value of wrong) {
      const reading = await night(source, () => failure(500, 'never'), { secrets: { [name]: value ?? '' } });
      expect(reading).toMatchObject({ status: 'refused', reason: 'no_key', asked: [] });
      const told = JSON.stringify(reading);
      const parts = [
        ...pem.split('\n').filter((line) => line.length > 20),
        account.private_key_id,
        'SECRET',
        'reader@',
      ];
      for (const part of parts) expect(told).not.toContain(part.slice(0, 20));
    }
    expect(await night(source, () => failure(500, 'never'))).toMatchObject({
      status: 'refused',
      reason: 'no_key',
    });
  });

  it.each([
    ['{}'],
    ['{"access_token":5}'],
    ['{"access_token":"a\\r\\nx: y"}'],
    ['{"error":"invalid_grant","access_token":null}'],
  ])('has changed where a login gives no token: %s', (body) => {
    expect(read(body, tokenUrl)).toMatchObject({ status: 'changed', reason: 'not_login' });
  });

  it.each([
    ...notJson,
    ['{"error":{"code":403,"status":"PERMISSION_DENIED"}}', 'changed', 'not_reviews'],
    ['{"reviews":{}}', 'changed', 'not_reviews'],
    ['[]', 'changed', 'not_reviews'],
    [
      JSON.stringify({ reviews: [{ reviewId: 'x', comments: [{ developerComment: {} }] }] }),
      'changed',
      'odd_items',
    ],
  ])('that says something else is told apart: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('may have no reviews, which Google says by leaving the list out', () => {
    expect(read('{}')).toMatchObject({ items: [], whole: true });
    expect(read('{"reviews":[],"tokenPagination":{"nextPageToken":"x"}}')).not.toHaveProperty('next');
    expect(
      read({ reviews: [review(1)], tokenPagination: { nextPageToken: 'x' } }, `${first}&token=x`),
    ).not.toHaveProperty('next');
  });

  it('B27: may break off, be half odd or hostile', () => {
    const body = JSON.stringify({ reviews: [review(1), review(2)] });
    expect(read(body.slice(0, -30))).toMatchObject({ whole: false, items: { length: 1 } });
    expect(read({ reviews: [review(1), review(2, { starRating: 6 })] })).toMatchObject({
      odd: expect.stringContaining('1 of 2 reviews'),
    });
    const hostile = `{"reviews":[{"reviewId":"x","authorName":null,"__proto__":{"a":1},"comments":[{"userComment":{"text":"t",
      "starRating":5,"lastModified":{"seconds":"1e400"},"reviewerLanguage":9,"thumbsUpCount":1e400}}]}]}`;
    expect(pageOf(read(hostile)).items).toMatchObject([
      { text: 't', published: undefined, language: undefined, attention: { points: undefined } },
    ]);
  });
});
