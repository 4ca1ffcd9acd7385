import { describe, expect, it } from 'vitest';
import { isChallenge, isChallengePage } from './challenge.ts';
import { door, serve } from './loopback.fixture.ts';

/** Of milliseconds: what grows with the square of a text takes minutes, and what does not a part of a second, on a busy machine too. */
const fewSeconds = 5000;

const page = (head: string, body = '') =>
  `<!DOCTYPE html>\n<html lang="en"><head>${head}</head><body>${body}</body></html>`;
const challenges: [string, string][] = [
  ['Cloudflare', page('<title>Just a moment...</title>', '<script>window._cf_chl_opt = {}</script>')],
  ['Cloudflare, blocking', page('<title>Attention Required! | Cloudflare</title>')],
  ['DataDome', page('<title>paper.example</title>', '<script src="https://ct.captcha-delivery.com/c.js">')],
  ['PerimeterX', page('<title>Access to this page has been denied</title>', '<div id="px-captcha"></div>')],
  [
    'Akamai',
    '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>You don\'t have permission to access "http&#58;&#47;&#47;paper.example&#47;" on this server.<P>Reference&#32;&#35;18&#46;abc</BODY></HTML>',
  ],
  ['AWS', page('', '<script src="https://x.token.awswaf.com/x/challenge.js"></script>')],
  ['Sucuri', page('<title>Sucuri WebSite Firewall - Access Denied</title>')],
  ['Imperva', '<html><head></head><iframe src="/_Incapsula_Resource?x=1"></iframe></html>'],
  ['Anubis', page("<title>Making sure you're not a bot!</title>")],
  ['Vercel', page('<title>Vercel Security Checkpoint</title>')],
];

describe('A32: a challenge', () => {
  it.each(challenges)('of %s is told from an answer, under any status', async (_, body) => {
    const site = await serve((request, response) =>
      response.writeHead(Number(request.url?.slice(1)), { 'content-type': 'text/html' }).end(body),
    );
    for (const http of [200, 403, 405]) {
      expect(await door()({ url: `${site.url}/${http}` })).toMatchObject({
        status: 'refused',
        reason: 'blocked_challenge',
        http,
      });
    }
  });

  it.each([
    [403, { 'cf-mitigated': 'challenge' }],
    [202, { 'x-amzn-waf-action': 'challenge' }],
    [405, { 'x-amzn-waf-action': 'captcha' }],
    [429, { 'x-vercel-mitigated': 'challenge' }],
    [403, { 'x-sucuri-block': '1' }],
  ])('by the headers of %i %o needs no page', async (http, headers) => {
    const site = await serve((_, response) => response.writeHead(http, headers).end());
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ reason: 'blocked_challenge', http });
  });

  it('under 503 leaves the host alone for the run', async () => {
    const site = await serve((_, response) => response.writeHead(503).end(challenges[0]?.[1]));
    const ask = door();
    expect(await ask({ url: `${site.url}/a` })).toMatchObject({ reason: 'blocked_challenge' });
    expect(await ask({ url: `${site.url}/b` })).toMatchObject({ reason: 'retry_after' });
  });

  it('is not seen in a plain refusal, however long it is', async () => {
    const site = await serve((_, response) =>
      response.writeHead(403).end(`${'x'.repeat(2_000_000)}${challenges[0]?.[1]}`),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ reason: 'forbidden' });
  });

  it('is not seen in a feed that writes about one, nor in a page that is only guarded', async () => {
    const feed = `<?xml version="1.0"?><rss><channel><item><title>&lt;title&gt;Just a moment...</title><description><![CDATA[<title>Just a moment...</title> _cf_chl_opt]]></description></item></channel></rss>`;
    const site = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(feed),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ kind: 'answer' });
    expect(isChallengePage(Buffer.from(feed))).toBe(false);
    const ordinary = page(
      '<title>News</title><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">',
    );
    expect(isChallenge(Buffer.from(ordinary))).toBe(false);
  });

  it('takes no time to look for in hostile bytes', () => {
    for (const hostile of ['<!--', '<title>access denied', ' ', '<title>access denied</title>reference '])
      expect(isChallengePage(Buffer.from(`<html>${hostile.repeat(20_000)}`))).toBe(false);
    const started = performance.now();
    for (const hostile of ['<!--', '<!-- -->', '<title>access denied</title>', '\n'])
      isChallengePage(Buffer.from(hostile.repeat(50_000)));
    expect(performance.now() - started).toBeLessThan(fewSeconds);
  });
});
