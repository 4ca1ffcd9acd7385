import { expect, test } from 'vitest';
import { daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const breaksOf = (input: Parameters<typeof measure>[0], id: string) => {
  const figure = measure(input).get(`${id}.json`);
  return figure && 'breaks' in figure ? figure.breaks : [];
};
const from = (id: string, first: string, last: string) =>
  daysBetween(first, last).map((day) => said(day, { source: id }));

test('a source with over a tenth of the stories breaks the line where it joins and where it leaves', () => {
  const input = world({
    now: '2026-11-16T08:00:00Z',
    sources: [source('paper'), source('short'), source('small')],
    runs: [
      ...nightly('paper', '2026-08-01', '2026-11-15'),
      ...nightly('short', '2026-08-20', '2026-09-30'),
      ...nightly('small', '2026-09-01', '2026-11-15'),
    ],
    said: [
      ...from('paper', '2026-08-01', '2026-11-15'),
      ...from('short', '2026-08-20', '2026-09-30'),
      ...from('small', '2026-09-01', '2026-09-05'),
    ],
  });
  const breaks = [
    { date: '2026-08-20', why: 'Source short, which holds 27% of the stories, joined.' },
    { date: '2026-10-01', why: 'Source short, which holds 27% of the stories, left.' },
  ];
  expect(breaksOf({ ...input, sources: [source('paper'), source('small')] }, 'net-sentiment')).toEqual(
    breaks,
  );
  expect(breaksOf(input, 'awareness')).toEqual([]);
});

test('a source that is dark for some days has not left, one that is gone from the config has', () => {
  const input = world({
    now: '2026-11-16T08:00:00Z',
    sources: [source('paper'), source('ill')],
    runs: [...nightly('paper', '2026-10-01', '2026-11-15'), ...nightly('ill', '2026-10-01', '2026-11-05')],
    said: [...from('paper', '2026-10-01', '2026-11-15'), ...from('ill', '2026-10-01', '2026-11-05')],
  });
  expect(breaksOf(input, 'stories')).toEqual([]);
  expect(breaksOf({ ...input, sources: [source('paper')] }, 'stories')).toEqual([
    { date: '2026-11-06', why: 'Source ill, which holds 44% of the stories, left.' },
  ]);
});

/** One source that is read every night beside one that is dark from September on, for so many days. */
const darkFor = (days: number, size = 1) => {
  const back = new Date(Date.parse('2026-09-01') + days * 86_400_000).toISOString().slice(0, 10);
  const covered: [string, string][] = [
    ['2026-07-01', '2026-08-31'],
    [back, '2026-11-15'],
  ];
  return world({
    now: '2026-11-16T08:00:00Z',
    sources: [source('paper'), source('ill')],
    runs: [
      ...nightly('paper', '2026-07-01', '2026-11-15'),
      ...covered.flatMap(([first, last]) => nightly('ill', first, last)),
    ],
    said: [
      ...from('paper', '2026-07-01', '2026-11-15'),
      ...covered.flatMap(([first, last]) =>
        first <= last ? from('ill', first, last).slice(0, size * 99) : [],
      ),
    ],
  });
};

test('a large source that is dark for four weeks breaks the line where it goes dark and where it is back', () => {
  const input = darkFor(28);
  expect(breaksOf(input, 'net-sentiment')).toEqual([
    { date: '2026-09-01', why: 'Source ill, which holds 44% of the stories, was not read for 28 days.' },
    { date: '2026-09-29', why: 'Source ill, which holds 44% of the stories, is read again, after 28 days.' },
  ]);
  const tone = measure(input).get('net-sentiment.json');
  expect(tone && 'likeForLike' in tone ? Object.keys(tone.likeForLike ?? {}) : []).toContain('northwind');
});

test('a shorter gap or one of a small source breaks nothing', () => {
  expect(breaksOf(darkFor(27), 'net-sentiment')).toEqual([]);
  expect(breaksOf(darkFor(40, 0.07), 'net-sentiment')).toEqual([]);
});

test('a source that is still asked for and has been dark for four weeks has not left', () => {
  expect(breaksOf(darkFor(200), 'net-sentiment')).toEqual([
    { date: '2026-09-01', why: 'Source ill, which holds 31% of the stories, has not been read since.' },
  ]);
});

const replayed = (more: object = {}) =>
  world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', '2026-10-01', '2026-11-15'),
    said: from('paper', '2026-10-01', '2026-11-15'),
    replays: [
      {
        v: 1,
        at: '2026-11-15T23:30:00Z',
        scores: 46,
        changed: 12,
        by: 'words@2',
        config: 'd',
        from: [{ by: 'words@1', config: 'c', scores: 46 }],
        ...more,
      },
    ],
  });

test('a replay breaks every series that scores enter, and the page is told of it for all else', () => {
  const input = replayed();
  const why =
    'Scores replaced by another scorer, words@2 in place of words@1: 12 of 46 changed, those of earlier days too.';
  const without = new Set(['coverage', 'attention', 'attention-share']);
  const series = [...measure(input).values()].filter((file) => 'kind' in file && file.kind === 'series');
  expect(series.length).toBeGreaterThan(8);
  for (const figure of series) {
    if (!('breaks' in figure) || without.has(figure.id)) continue;
    expect({ id: figure.id, breaks: figure.breaks }).toEqual({
      id: figure.id,
      breaks: expect.arrayContaining([{ date: '2026-11-15', why }]),
    });
  }
  expect(breaksOf(input, 'coverage')).toEqual([]);
  expect(measure(input).get('about.json')).toMatchObject({ replays: [{ date: '2026-11-15', why }] });
});

test.each([
  [{ by: 'words@1' }, 'Scores replaced with other queries, themes, words or rules (words@1): 12 of'],
  [{ by: 'words@1', config: 'c' }, 'Scores replaced since some were missing or edited (words@1): 12 of'],
])('the break says why: %j', (more, why) => {
  expect(breaksOf(replayed(more), 'net-sentiment')[0]?.why).toContain(why);
});

test('a replay that changed nothing breaks nothing', () => {
  expect(breaksOf(replayed({ changed: 0 }), 'net-sentiment')).toEqual([]);
  expect(measure(replayed({ changed: 0 })).get('about.json')).not.toHaveProperty('replays');
});
