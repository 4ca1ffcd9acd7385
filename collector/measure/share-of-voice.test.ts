import { expect, test } from 'vitest';
import type { SeriesFigure } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [first, last] = ['2026-09-28', '2026-11-15'];
const forum = { source: 'talk', group: 'forum' };

/** Every day the same: in the news two of three stories are Northwind's, in the forum one of two. */
const everyDay = daysBetween(first, last).flatMap((day) => [
  said(day),
  said(day),
  said(day, { brand: 'bluebird' }),
  said(day, forum),
  said(day, { ...forum, brand: 'bluebird' }),
]);

function flat(parts: Partial<Parameters<typeof world>[0]> & { dark?: string[]; from?: string } = {}) {
  const { dark = [], from = first, ...rest } = parts;
  const isHeard = ({ mention }: (typeof everyDay)[number]): boolean => {
    const day = mention.publishedAt.slice(0, 10);
    return mention.source !== 'talk' || (day >= from && !dark.includes(day));
  };
  return world({
    now: '2026-11-16T08:00:00Z',
    config: configWith({ competitors: [bluebird] }),
    sources: [source('paper'), source('talk', { group: 'forum' })],
    runs: [...nightly('paper', first, last), ...nightly('talk', from, last, { dark })],
    said: everyDay.filter(isHeard),
    ...rest,
  });
}
const shareOf = (input: ReturnType<typeof world>) =>
  measure(input).get('share-of-voice.json') as SeriesFigure;
const weeksOf = (figure: SeriesFigure) => figure.brands.northwind?.week.map(({ value }) => value);
const daysOf = (figure: SeriesFigure) =>
  new Map(figure.brands.northwind?.day.map((point) => [point.period, point]));

test('a group that goes dark leaves a gap in share of voice and does not move it', () => {
  const dark = daysBetween('2026-10-19', '2026-10-28');
  const figure = shareOf(flat({ dark }));
  expect(weeksOf(figure)).toEqual([58.3333, 58.3333, 58.3333, null, 58.3333, 58.3333, 58.3333]);
  for (const [day, { value, coverage }] of daysOf(figure)) {
    expect([day, value]).toEqual([day, dark.includes(day) ? null : 58.3333]);
    if (dark.includes(day)) expect(coverage).toBeLessThan(1);
  }
  expect(figure.breaks).toEqual([]);
});

test('a group that is dark to this day is a gap, also in the headline and the verdict', () => {
  const figure = shareOf(flat({ dark: daysBetween('2026-10-19', last) }));
  expect(weeksOf(figure)).toEqual([58.3333, 58.3333, 58.3333, null, null, null, null]);
  expect(figure.headline?.northwind?.value).toBeNull();
  expect(figure.verdicts.northwind?.['7']).toMatchObject({ verdict: 'coverage changed', difference: null });
});

test('a group that joins later breaks share of voice and does not move it silently', () => {
  const figure = shareOf(flat({ from: '2026-10-22' }));
  expect(weeksOf(figure)).toEqual([66.6667, 66.6667, 66.6667, 58.3333, 58.3333, 58.3333, 58.3333]);
  expect(figure.breaks).toContainEqual({
    date: '2026-10-22',
    why: 'The group forum joined: shares before are the mean of other groups.',
  });
  expect(figure.verdicts.northwind?.['7']).toMatchObject({ verdict: 'no clear change', difference: 0 });
});

test('a group whose sources left the config breaks share of voice where they were last asked', () => {
  const runs = [...nightly('paper', first, last), ...nightly('talk', first, '2026-10-25')];
  const said = everyDay.filter(
    ({ mention }) => mention.source === 'paper' || mention.publishedAt < '2026-10-26T00:00:00Z',
  );
  const figure = shareOf(flat({ sources: [source('paper')], runs, said }));
  expect(weeksOf(figure)).toEqual([58.3333, 58.3333, 58.3333, 58.3333, 66.6667, 66.6667, 66.6667]);
  expect(figure.breaks).toContainEqual({
    date: '2026-10-26',
    why: 'The group forum left: shares before are the mean of other groups.',
  });
});

test('a partly covered group is computed on its covered source-days only', () => {
  const dark = daysBetween('2026-10-20', '2026-10-25');
  // What the forum told late about its dark days would weigh these days more than the others.
  const told = dark.flatMap((day) => [said(day, forum), said(day, forum)]);
  const input = flat({ dark });
  const figure = shareOf({
    ...input,
    mentions: [...input.mentions, ...told.map(({ mention }) => mention)],
  });
  expect(weeksOf(figure)).toEqual(Array.from({ length: 7 }, () => 58.3333));
});

test('a group whose sources are all bound to one brand never enters, dark or not', () => {
  const app = { source: 'app', group: 'reviews' };
  const sources = [
    source('paper'),
    source('talk', { group: 'forum' }),
    source('app', { group: 'reviews', brand: 'northwind' }),
  ];
  const plain = flat();
  const reviews = daysBetween(first, '2026-10-18').map((day) => said(day, app));
  const figure = shareOf({
    ...plain,
    sources,
    runs: [...plain.runs, ...nightly('app', first, last, { dark: daysBetween('2026-10-19', last) })],
    mentions: [...plain.mentions, ...reviews.map(({ mention }) => mention)],
  });
  expect(weeksOf(figure)).toEqual(Array.from({ length: 7 }, () => 58.3333));
  expect(figure.breaks).toEqual([]);
});

test('reviews of one brand stay out of share of voice also when their source is gone from the config', () => {
  const plain = flat();
  const reviews = daysBetween(first, last).map((day) =>
    said(day, { source: 'app', group: 'reviews', rating: { value: 5, of: 5 } }),
  );
  const figure = shareOf({
    ...plain,
    runs: [...plain.runs, ...nightly('app', first, last)],
    mentions: [...plain.mentions, ...reviews.map(({ mention }) => mention)],
  });
  expect(weeksOf(figure)).toEqual(Array.from({ length: 7 }, () => 58.3333));
});

test('a group that never spoke of the panel blanks nothing when it goes dark', () => {
  const plain = flat();
  const figure = shareOf({
    ...plain,
    sources: [source('paper'), source('talk', { group: 'forum' }), source('silent', { group: 'social' })],
    runs: [...plain.runs, ...nightly('silent', first, last, { dark: daysBetween('2026-10-19', last) })],
  });
  expect(weeksOf(figure)).toEqual(Array.from({ length: 7 }, () => 58.3333));
});
