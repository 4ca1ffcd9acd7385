import { readFileSync } from 'node:fs';
import type { Answer, Failure, Page, Reading, Request, Source, SourceState, Unreadable } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { readSource } from './read-source.ts';

/** A saved answer: its shape is real, its words are invented. */
export const saved = (name: string): string =>
  readFileSync(new URL(`answers/${name}`, import.meta.url), 'utf8');

export const answer = (url: string, body: unknown, extra: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  url,
  http: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  whole: true,
  ...extra,
});

export const failure = (http: number, reason: string, status: Failure['status'] = 'failed'): Failure => ({
  kind: 'failure',
  status,
  reason,
  detail: `host.test says ${http}`,
  http,
});

/** The page that is read; what is none ends the test. */
export function pageOf(read: Page | Unreadable): Page {
  if (!('items' in read)) throw new Error(`${read.status} ${read.reason}: ${read.detail}`);
  return read;
}

/** Reads a source in a night of its own, from what a function answers to each request. */
export async function night(
  source: Source,
  reply: (request: Request) => Answer | Failure,
  given: { state?: SourceState; secrets?: Record<string, string>; since?: Date; now?: Date } = {},
): Promise<Reading & { asked: Request[] }> {
  const asked: Request[] = [];
  const { since, now, brands } = asking();
  const reading = await readSource(source, {
    door: async (request) => {
      asked.push(request);
      if (asked.length > 60) throw new Error('asked too often');
      return reply(request);
    },
    readLocal: async () => undefined,
    state: given.state ?? {},
    since: given.since ?? since,
    now: given.now ?? now,
    brands,
    secret: (name) => given.secrets?.[name],
  });
  return { ...reading, asked };
}

/** What no source may take for its own, and what each is. */
export const notJson: [body: string, status: string, reason: string][] = [
  ['', 'failed', 'empty_body'],
  ['<!doctype html><html><title>Log in</title></html>', 'refused', 'html_not_feed'],
  ['<?xml version="1.0"?><rss/>', 'changed', 'not_json'],
  ['oh no', 'changed', 'not_json'],
];
