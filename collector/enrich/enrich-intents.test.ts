import { expect, test } from 'vitest';
import { z } from 'zod';
import { configOf, type Mention, sourceKeys } from '#contract';
import { enrich, judgementConfig, openStories } from './enrich.ts';
import { intentRule } from './intents/intents.ts';

const config = configOf(z.looseObject({ ...sourceKeys, type: z.string() })).parse({
  brand: { id: 'northwind', name: 'Northwind' },
  competitors: [{ id: 'bluebird', name: 'Bluebird' }],
});
const mention = (brand: string | null, excerpt: string): Mention => ({
  v: 1,
  id: '0'.repeat(16),
  doc: '1'.repeat(16),
  brand,
  source: 'board',
  group: 'forum',
  site: 'board.example',
  url: null,
  title: '',
  excerpt,
  publishedAt: '2026-11-20T06:00:00Z',
  firstSeenAt: '2026-11-20T06:00:00Z',
});
const intentsOf = (...mentions: Mention[]) =>
  enrich(mentions, { past: openStories(), config, configHash: 'h', relevant: () => true }).map(
    ({ intents }) => intents,
  );

test('one text has other intents toward each brand that it names, and none toward nobody', () => {
  const text =
    'After six years I finally left Bluebird for Northwind last month. I would recommend Northwind to anyone.';
  expect(intentsOf(mention('northwind', text), mention('bluebird', text), mention(null, text))).toEqual([
    ['recommend'],
    ['leave'],
    [],
  ]);
});

test('a judgement depends on the rule of intents, so that replay notices another one', () => {
  expect(JSON.stringify(judgementConfig(config))).toContain(intentRule);
});
