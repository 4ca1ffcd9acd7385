import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { About, Mention, Restated, Run, Score } from '#contract';
import { apiSchemas, jsonSchema, type SchemaName } from './api-schema.ts';
import type { Data } from './data.ts';
import { apiIndex } from './view/api-index.ts';
import { asOfYear } from './view/as-of-year.ts';
import { coverageRows } from './view/coverage.ts';
import { cutShort } from './view/cut-short.ts';
import { toRow } from './view/heard.ts';

/** The golden nights: documents as the collector really wrote them. */
const golden = 'tests/golden/two-nights/expected';
const json = (path: string): unknown => JSON.parse(readFileSync(`${golden}/${path}`, 'utf8'));
const lines = (folder: string): unknown[] =>
  readdirSync(`${golden}/${folder}`).flatMap((file) =>
    readFileSync(`${golden}/${folder}/${file}`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  );
const about = About.parse(json('figures/about.json'));
const scores = lines('scores').map((line) => Score.parse(line));
const mentions = lines('mentions').map((line) => {
  const mention = Mention.parse(line);
  return {
    ...mention,
    score: scores.find(({ id, brand }) => id === mention.id && brand === mention.brand) ?? null,
  };
});
const runs = lines('runs').map((line) => Run.parse(line));
const figures = about.figures.map((id) => apiSchemas.figure.parse(json(`figures/${id}.json`)));
const restated = Restated.parse({
  v: 1,
  brands: {
    [about.brands[0]?.id ?? '']: ['2025-12-31T04:00:00Z', '2026-11-04T04:00:00Z'].map((at) => ({
      at,
      config: 'c',
      commit: null,
      since: { late: 1, forgotten: 0, labels: 0, replays: 0, config: false },
      figures: [
        {
          figure: 'stories',
          period: at.slice(0, 10),
          then: { value: 9, low: null, high: null, n: 9, coverage: 1, verdict: 'up', method: 'stories@1' },
          now: null,
          moved: false,
        },
      ],
    })),
  },
});
const data: Data = {
  about,
  missing: 'none',
  figures: new Map(figures.map((figure) => [figure.id, figure])),
  accuracy: null,
  restated,
  mentions,
  irrelevant: 0,
  runs,
  faults: [],
};
const brand = about.brands[0]?.id ?? '';
const documents: [SchemaName, unknown][] = [
  ['index', apiIndex(data, Object.keys(apiSchemas))],
  ['index', apiIndex({ ...data, about: null, missing: 'absent' }, [])],
  ...figures.map((figure): [SchemaName, unknown] => ['figure', figure]),
  [
    'mentions',
    { v: 1, month: '2026-11', mentions: mentions.map((mention) => toRow(mention, about.time.zone)) },
  ],
  [
    'coverage',
    {
      v: 1,
      asOf: about.asOf,
      sources: coverageRows(about, runs).map(({ source, stretches, months }) => ({
        id: source.id,
        label: source.label,
        group: source.group,
        stretches,
        months,
      })),
    },
  ],
  ['accuracy', null],
  ['as-of', asOfYear(restated, brand, about.time.zone, '2026')],
];
/** As a reader gets it. */
const sent = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

describe('the schemas of the API', () => {
  it.each(documents)('hold of what is really written (%s)', (name, document) => {
    const published = z.fromJSONSchema(jsonSchema(name) as Parameters<typeof z.fromJSONSchema>[0]);
    expect(published.safeParse(sent(document)).error).toBeUndefined();
    expect(apiSchemas[name].safeParse(sent(document)).error).toBeUndefined();
  });
  it.each(documents)('hold of the examples too, whose lists are cut short (%s)', (name, document) => {
    expect(apiSchemas[name].safeParse(sent(cutShort(document))).error).toBeUndefined();
  });
  it('refuse what is not so', () => {
    const published = z.fromJSONSchema(jsonSchema('index') as Parameters<typeof z.fromJSONSchema>[0]);
    expect(published.safeParse({ v: 2, figures: 'none' }).success).toBe(false);
  });
  it('leave room for what may be added', () => {
    expect(JSON.stringify(jsonSchema('figure'))).not.toContain('"additionalProperties":false');
  });
  it('keep years apart, and the nights of a year in their order', () => {
    const year = asOfYear(restated, brand, about.time.zone, '2026');
    expect(year.nights.map(({ at }) => at)).toEqual(['2026-11-04T04:00:00Z']);
    expect(year.figures['stories']).toHaveLength(1);
    expect(year.figures['stories']?.[0]).toHaveLength(year.columns.length);
  });
});
