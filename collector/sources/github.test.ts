import { describe, expect, it } from 'vitest';
import type { Request, Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { github } from './github.ts';
import { answer, night, notJson, pageOf, saved } from './reading.fixture.ts';

const token = 'ghs_0123456789abcdef';
const secrets = { GITHUB_TOKEN: token };
const settings = github.settings.parse({
  id: 'github',
  type: 'github',
  search: 'Northwind Coffee',
  not: ['northwind/site'],
});
const source: Source = { ...settings, group: 'forum' };
const onlyIssues: Source = { ...source, what: ['issues'] };
const withToken = asking({ secrets });
const { url } = github.firstRequest(settings, withToken);
const graphql = 'https://api.github.com/graphql';
const read = (body: unknown, at = url, headers: Record<string, string> = {}) =>
  github.read(answer(at, body, { headers }), settings, withToken);
const param = (address: string, name: string) => new URL(address).searchParams.get(name) ?? '';
const noon = Date.parse('2026-11-14T12:00:00Z');
const issue = (id: number, ms: number, changes: object = {}) => ({
  node_id: `I_${id}`,
  html_url: `https://github.com/acme/kettle/issues/${id}`,
  repository_url: 'https://api.github.com/repos/acme/kettle',
  title: `Northwind Coffee ${id}`,
  body: null,
  created_at: new Date(ms).toISOString().replace('.000', ''),
  ...changes,
});
const discussion = (id: number) => ({
  id: `D_${id}`,
  url: `https://github.com/acme/kettle/discussions/${id}`,
  title: `Northwind Coffee ${id}`,
  createdAt: '2026-11-14T12:00:00Z',
  repository: { nameWithOwner: 'acme/kettle', isPrivate: false },
});
type Found = { created_at: string };

/** A server that holds issues, the newest first, and gives a hundred of them. */
const issuesOf =
  (found: Found[]) =>
  ({ url: asked }: Request) => {
    const [, from = '', to = ''] = /created:(\S+)\.\.(\S+)/.exec(param(asked, 'q')) ?? [];
    const items = found.filter(({ created_at: at }) => at >= from && at <= to);
    return answer(asked, {
      total_count: items.length,
      incomplete_results: false,
      items: items.slice(0, 100),
    });
  };
/** Answers a question in GraphQL from a list, page by page. */
const discussionsOf = (count: number) => (request: Request) => {
  const { query, variables } = request.json as { query: string; variables: { after: string | null } };
  const name = /(search\d+):/.exec(query)?.[1] ?? '';
  const from = Number(variables.after ?? 0);
  const nodes = Array.from({ length: Math.min(100, count - from) }, (_, i) => discussion(from + i));
  const pageInfo = { hasNextPage: from + 100 < count, endCursor: String(from + 100) };
  return answer(request.url, { data: { [name]: { discussionCount: count, pageInfo, nodes } } });
};

describe('GitHub', () => {
  it('is searched for issues by phrase and time, with the token and as slowly as it asks', () => {
    expect(github.firstRequest(settings, withToken)).toEqual({
      url: 'https://api.github.com/search/issues?q=%22Northwind%20Coffee%22%20in%3Atitle%2Cbody%20is%3Aissue%20is%3Apublic%20created%3A2026-11-12T05%3A17%3A00Z..2026-11-15T05%3A17%3A00Z&sort=created&order=desc&per_page=100',
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      pauseMs: 2100,
    });
    const without = github.firstRequest(settings, asking());
    expect(without).toMatchObject({ pauseMs: 6100 });
    expect(without).not.toHaveProperty('authorization');
  });

  it('gives issues as plain text; bots and repositories that are left out give none', () => {
    const { items } = pageOf(read(saved('github-issues.json')));
    expect(items).toEqual([
      {
        title: 'Northwind Coffee grinder is not found over USB',
        text: 'With the `Northwind Coffee` grinder:\r\n\r\n- it **stops** when a < b && c\r\n',
        html: false,
        link: 'https://github.com/acme/kettle/issues/88',
        guid: 'github:I_kwDOAbc12M7XSuB8',
        published: '2026-11-14T15:04:05Z',
        attention: { comments: 6, likes: 4 },
        authors: ['boilover'],
      },
      expect.objectContaining({ title: 'Add Northwind Coffee', text: undefined, authors: undefined }),
    ]);
  });

  it('is asked for discussions then, in GraphQL, and gives those of public repositories', () => {
    const { then } = pageOf(read(saved('github-issues.json')));
    expect(then).toMatchObject({ url: graphql, authorization: `Bearer ${token}` });
    expect(then?.json).toMatchObject({
      query: expect.stringContaining('search1: search(type: DISCUSSION'),
      variables: {
        q: '"Northwind Coffee" in:title,body is:public created:2026-11-12T05:17:00Z..2026-11-15T05:17:00Z',
        after: null,
      },
    });
    expect(pageOf(read(saved('github-discussions.json'), graphql)).items).toEqual([
      {
        title: 'Who uses the Northwind Coffee app?',
        text: 'I like it & would < recommend > it.',
        html: false,
        link: 'https://github.com/acme/kettle/discussions/40',
        guid: 'github:D_kwDOAbc12M4Ak1x9',
        published: '2026-11-14T11:00:00Z',
        attention: { points: 7, comments: 3, likes: 2 },
        authors: ['boilover'],
      },
    ]);
  });

  it('is read to the end of both, over slices of time and pages', async () => {
    const found = Array.from({ length: 1330 }, (_, i) => issue(i, noon - Math.floor(i / 4) * 1000));
    const reading = await night(
      source,
      (request) => (request.json ? discussionsOf(230)(request) : issuesOf(found)(request)),
      { secrets },
    );
    expect(reading).toMatchObject({ status: 'ok', coversFrom: asking().since });
    expect(new Set(reading.items.map(({ guid }) => guid)).size).toBe(1330 + 230);
    expect(reading.state).toEqual({ address: 'https://api.github.com/search' });
    expect(JSON.stringify({ ...reading, asked: [] })).not.toContain(token);
  });

  it('is capped where a second holds more than a page, and where it says itself that it is not done', async () => {
    const found = Array.from({ length: 150 }, (_, i) => issue(i, noon));
    const full = await night(onlyIssues, issuesOf(found));
    expect(full).toMatchObject({ status: 'capped', reason: 'result_cap', coversFrom: new Date(noon) });
    const unfinished = { total_count: 1, incomplete_results: true, items: [issue(1, noon)] };
    const slow = await night(onlyIssues, ({ url: asked }) => answer(asked, unfinished));
    expect(slow).toMatchObject({ status: 'capped', reason: 'incomplete', items: { length: 1 } });
    const many = await night({ ...source, what: ['discussions'] }, discussionsOf(1001), { secrets });
    expect(many).toMatchObject({ status: 'capped', reason: 'result_cap' });
  });

  it('goes on below a page of which nothing is kept', async () => {
    const bots = Array.from({ length: 100 }, (_, i) =>
      issue(i, noon - i * 1000, { user: { login: 'updates[bot]', type: 'Bot' } }),
    );
    const reading = await night(onlyIssues, issuesOf([...bots, issue(200, noon - 200_000)]));
    expect(reading.items.map(({ guid }) => guid)).toEqual(['github:I_200']);
  });

  it('whose allowance is used up is left alone until it is filled again', async () => {
    const reset = Math.floor(asking().now.getTime() / 1000) + 42;
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    const reading = await night({ ...onlyIssues, search: ['a1', 'b2'] }, ({ url: asked }) =>
      answer(asked, { total_count: 1, items: [issue(1, noon)] }, { headers }),
    );
    expect(reading).toMatchObject({ status: 'capped', reason: 'quota' });
    expect(reading.asked).toHaveLength(1);
    expect(reading.state.nextAllowedAt).toBe('2026-11-15T05:17:42Z');
    for (const odd of ['', 'soon', '1', '1e400']) {
      const page = pageOf(read({ total_count: 0, items: [] }, url, { ...headers, 'x-ratelimit-reset': odd }));
      expect(page.restUntil).toEqual(new Date('2026-11-15T06:17:00Z'));
    }
  });

  it('is not asked for discussions without a token, and says what does without', async () => {
    const reading = await night(source, () => {
      throw new Error('asked');
    });
    expect(reading).toMatchObject({ status: 'refused', reason: 'no_key', asked: [] });
    expect(reading.detail).toContain('what: [issues]');
  });

  it('is asked for phrases with quotes, signs and other letters as they are', () => {
    const given = { ...settings, search: ['C++ "fast" & Söhne 北風 is:pr'] };
    expect(param(github.firstRequest(given, withToken).url, 'q')).toContain(
      '"C++ fast & Söhne 北風 is:pr" in:title,body',
    );
  });

  it.each([
    ...notJson,
    ['{"items":{}}', 'changed', 'not_results'],
    ['{"message":"Validation Failed","documentation_url":"x"}', 'failed', 'api_error'],
    ['{"total_count":1,"items":[{"node_id":"I_1","title":null}]}', 'changed', 'odd_items'],
    ['{"total_count":', 'failed', 'bad_json'],
  ])('tells apart what is no list of issues: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it.each([
    ['{"errors":[{"type":"RATE_LIMITED","message":"too much"}],"data":null}', 'refused', 'rate_limited'],
    ['{"errors":[{"message":"Parse error"}]}', 'failed', 'api_error'],
    ['{"data":{"search0":{"pageInfo":{"hasNextPage":false},"nodes":[]}}}', 'changed', 'led_elsewhere'],
    ['{"data":{"search1":{"nodes":[]}}}', 'changed', 'not_results'],
    ['{"data":{"__proto__":{"nodes":[]}}}', 'changed', 'led_elsewhere'],
    ['{"data":null}', 'changed', 'led_elsewhere'],
  ])('tells apart what is no list of discussions: %s', (body, status, reason) => {
    expect(read(body, graphql)).toMatchObject({ status, reason });
  });

  it('that broke off keeps the whole issues', () => {
    const text = saved('github-issues.json');
    expect(pageOf(read(text.slice(0, text.indexOf('I_kwDOAbc12M7XSuB9'))))).toMatchObject({
      whole: false,
      items: { length: 1 },
    });
  });

  it('takes values of the wrong kind for missing, and half a page of odd issues for a change', () => {
    const items = [
      issue(1, noon, { comments: -1, body: 7, user: 'x', reactions: { '+1': '4' } }),
      issue(2, noon, { html_url: 'javascript:alert(1)' }),
      issue(3, noon, { created_at: 'yesterday' }),
    ];
    const page = pageOf(read({ total_count: 3, items }));
    expect(page.items).toEqual([
      expect.objectContaining({ text: undefined, attention: { comments: undefined, likes: undefined } }),
    ]);
    expect(page.odd).toBe('2 of 3 issues lack an id, an address, a title or a date');
  });

  it.each([{ not: ['acme'] }, { not: ['a/b/c'] }, { what: [] }, { what: ['wiki'] }])(
    'refuses the settings %j',
    (wrong) => {
      expect(github.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
    },
  );
});
