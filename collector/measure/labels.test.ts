import { expect, test } from 'vitest';
import { Accuracy, Figure, type Label, type SeriesFigure, type Tone, tones } from '#contract';
import { daysBetween, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { seeded } from './seeded.ts';

type Line = ReturnType<typeof said>;
const now = '2026-03-02T08:00:00Z';
const days = daysBetween('2026-01-05', '2026-03-01');
const runs = nightly('paper', '2026-01-05', '2026-03-01');
const labelOf = (line: Line, tone: Tone, parts: Partial<Label> = {}): Label => ({
  mention: line.mention.id,
  brand: 'northwind',
  tone,
  drawn: 'random',
  ...parts,
});
const made = (lines: Line[], labels: Label[] = [], parts = {}) =>
  measure(world({ now, runs, said: lines, labels, ...parts }));
const net = (files: ReturnType<typeof measure>) =>
  Figure.parse(files.get('net-sentiment.json')) as SeriesFigure;
const accuracy = (files: ReturnType<typeof measure>) => Accuracy.parse(files.get('accuracy.json'));

test("a person's label stands in for the scorer's tone, for the copies of the story too", () => {
  const first = said('2026-02-20', { tone: 'positive' });
  const copy = said('2026-02-21', { tone: 'positive', story: first.mention.doc });
  const other = said('2026-02-22', { tone: 'positive' });
  const lines = [first, copy, other];
  expect(net(made(lines)).headline?.['northwind']?.value).toBe(100);
  const files = made(lines, [labelOf(copy, 'negative', { drawn: 'chosen' })]);
  expect(net(files).headline?.['northwind']?.value).toBe(0);
  expect(accuracy(files).tones).toEqual(
    [first, copy]
      .map(({ mention }) => ({ id: mention.id, brand: 'northwind', tone: 'negative' }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
});

test('a label gives a tone to what the scorer could not judge', () => {
  const foreign = said('2026-02-20', { tone: 'unscored' });
  expect(net(made([foreign])).headline?.['northwind']).toMatchObject({ value: null, n: 0 });
  expect(net(made([foreign], [labelOf(foreign, 'positive')])).headline?.['northwind']).toMatchObject({
    value: 100,
    n: 1,
  });
});

test('no file of accuracy is made without labels; labels of what is gone are counted', () => {
  expect(made([said('2026-02-20')]).has('accuracy.json')).toBe(false);
  const gone = labelOf(said('2026-02-20'), 'neutral');
  expect(accuracy(made([said('2026-02-20')], [gone]))).toMatchObject({
    rows: 1,
    labelled: 0,
    gone: 1,
    tones: [],
  });
});

/** Stories of which the scorer calls some neutral ones kind, day by day, and what people say of each. */
function biasedWorld(seed = 1): { lines: Line[]; truth: Map<Line, Tone> } {
  const chance = seeded(seed);
  const truth = new Map<Line, Tone>();
  for (const day of days)
    for (let one = 0; one < 12; one++) {
      const meant = tones[Math.floor(chance() * 3)] as Tone;
      const scored = meant === 'neutral' && chance() < 0.5 ? 'positive' : meant;
      truth.set(said(day, { tone: scored, group: one % 2 === 0 ? 'news' : 'forum' }), meant);
    }
  return { lines: [...truth.keys()], truth };
}

test('with 200 labels by lot the corrected net stands beside the raw one, and nearer to the truth', () => {
  const { lines, truth } = biasedWorld();
  const labels = lines.filter((_, at) => at % 3 === 0).map((line) => labelOf(line, truth.get(line) as Tone));
  expect(labels.length).toBeGreaterThan(200);
  const figure = net(made(lines, labels.slice(0, 210)));
  const last = lines.slice(-28 * 12).map((line) => tones.indexOf(truth.get(line) as Tone) - 1);
  const real = (100 * last.reduce((sum, one) => sum + one, 0)) / last.length;
  const raw = figure.headline?.['northwind'];
  const corrected = figure.corrected?.['northwind'];
  expect(corrected?.labels).toBe(210);
  expect(Math.abs((corrected?.headline.value ?? 99) - real)).toBeLessThan(
    Math.abs((raw?.value ?? 0) - real) / 2,
  );
  expect(corrected?.headline.low ?? 0).toBeLessThanOrEqual(real);
  expect(corrected?.headline.high ?? 0).toBeGreaterThanOrEqual(real);
  expect(corrected?.agrees).toBe(true);
  expect(corrected?.windows?.['28']).toEqual(corrected?.headline);
  const [week, weekCorrected] = [figure.windows?.['northwind']?.['7'], corrected?.windows?.['7']];
  expect(weekCorrected?.low).not.toBeNull();
  // Each interval is one of its own value: the raw one owns up to what the labels show, and reaches as far to either side.
  for (const [level, beside] of [
    [raw, corrected?.headline],
    [week, weekCorrected],
  ] as const) {
    const { value, low, high } = level ?? {};
    expect(low).toBeLessThan(beside?.value ?? -100);
    expect(high).toBeGreaterThan(beside?.value ?? 100);
    const [below, above] = [(value ?? 0) - (low ?? 0), (high ?? 0) - (value ?? 0)];
    expect(Math.abs(above - below)).toBeLessThan(0.15 * (above + below));
    expect(Math.min(above, below)).toBeGreaterThan(
      Math.max(10, Math.abs((beside?.value ?? 0) - (value ?? 0))),
    );
    expect([low, high]).not.toEqual([beside?.low, beside?.high]);
  }
  expect(figure.scorerError).toBeUndefined();
  expect(corrected?.week.length).toBe(figure.brands['northwind']?.week.length);
});

test('under 200 labels by lot nothing is corrected, and the level may be off by ten points more', () => {
  const { lines, truth } = biasedWorld();
  const labels = lines.map((line, at) =>
    labelOf(line, truth.get(line) as Tone, { drawn: at < 199 ? 'random' : 'chosen' }),
  );
  const files = made(lines, labels);
  const figure = net(files);
  expect(figure.corrected).toBeUndefined();
  expect(figure.scorerError).toEqual({ northwind: 10 });
  expect(accuracy(files).brands['northwind']).toEqual({ random: 199, measured: null });
  const headline = figure.headline?.['northwind'];
  // February has as many days as the headline, and no scorer's error in its interval.
  const february = figure.brands['northwind']?.month.find(({ period }) => period === '2026-02');
  const width = (one: { low: number | null; high: number | null } | undefined) =>
    (one?.high ?? 0) - (one?.low ?? 0);
  expect(width(headline) - width(february)).toBeCloseTo(20, -1);
});

test('what must not measure a scorer counts for itself and for nothing else', () => {
  const { lines, truth } = biasedWorld();
  const labels = lines.slice(0, 220).map((line) => labelOf(line, truth.get(line) as Tone));
  const files = made(lines, labels, { notMeasured: () => true });
  expect(accuracy(files)).toMatchObject({ labelled: 220, brands: {} });
  expect(net(files).corrected).toBeUndefined();
});

test('accuracy is counted by tone as scored and as labelled, by group, and twice labelled mentions by agreement', () => {
  const { lines, truth } = biasedWorld();
  const first = lines.slice(0, 240);
  const labels = first.map((line) => labelOf(line, truth.get(line) as Tone, { by: 'a' }));
  const second = first
    .slice(0, 30)
    .map((line, at) =>
      labelOf(line, at < 6 ? 'neutral' : (truth.get(line) as Tone), { by: 'b', drawn: 'chosen' }),
    );
  const { brands, agreement } = accuracy(made(lines, [...labels, ...second]));
  const { matrix, right, groups, macroF1 } = brands['northwind']?.measured ?? {};
  expect(matrix?.flat().reduce((sum, count) => sum + count, 0)).toBe(240);
  expect(matrix?.[0][2]).toBe(0);
  expect(matrix?.[2][1]).toBeGreaterThan(20);
  for (const one of [right, macroF1]) {
    expect(one?.low).toBeLessThan(one?.value ?? 0);
    expect(one?.high).toBeGreaterThan(one?.value ?? 1);
  }
  expect(groups?.map(({ group, n }) => [group, n])).toEqual([
    ['forum', 120],
    ['news', 120],
  ]);
  expect(agreement?.n).toBe(30);
  expect(agreement?.kappa).toBeGreaterThan(0.5);
});

test('a label without a name is no second voice: agreement is of two people with names', () => {
  const { lines, truth } = biasedWorld();
  const some = lines.slice(0, 30);
  const said = (more: Partial<Label>) => some.map((line) => labelOf(line, truth.get(line) as Tone, more));
  expect(accuracy(made(lines, [...said({}), ...said({ by: 'a' })])).agreement).toBeNull();
  const { agreement } = accuracy(made(lines, [...said({}), ...said({ by: 'a' }), ...said({ by: 'b' })]));
  expect(agreement?.n).toBe(30);
});

test('the same lines in any order give the same bytes', () => {
  const { lines, truth } = biasedWorld();
  const labels = lines.slice(0, 300).map((line) => labelOf(line, truth.get(line) as Tone));
  const text = (files: ReturnType<typeof measure>) =>
    ['net-sentiment.json', 'accuracy.json'].map((name) => JSON.stringify(files.get(name)));
  expect(text(made([...lines].reverse(), [...labels].reverse()))).toEqual(text(made(lines, labels)));
});
