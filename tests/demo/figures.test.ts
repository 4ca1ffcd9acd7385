import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Figure,
  instant,
  Mention,
  Published,
  type RankingFigure,
  Restated,
  Run,
  Score,
  type SeriesFigure,
} from '#contract';
import { manifest } from '../../data/demo/manifest.ts';
import { nights } from '../../data/demo/nights.ts';
import { type BrandId, brandIds } from '../../data/demo/plan.ts';

/** The demo as it was collected by the step before; the truth it is held against was planted. */
const data = 'data/demo/made/data';
const truth = manifest();

const linesOf = <T>(folder: string, parse: (value: unknown) => T): T[] =>
  readdirSync(join(data, folder)).flatMap((file) =>
    readFileSync(join(data, folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => parse(JSON.parse(line))),
  );
const mentions = linesOf('mentions', (value) => Mention.parse(value));
const runs = linesOf('runs', (value) => Run.parse(value));

function series(id: string): SeriesFigure {
  const figure = Figure.parse(JSON.parse(readFileSync(join(data, 'figures', `${id}.json`), 'utf8')));
  if (figure.kind !== 'series') throw new Error(`${id} is no series`);
  return figure;
}
function ranking(id: string): RankingFigure {
  const figure = Figure.parse(JSON.parse(readFileSync(join(data, 'figures', `${id}.json`), 'utf8')));
  if (figure.kind !== 'ranking') throw new Error(`${id} is no ranking`);
  return figure;
}
const month = (figure: SeriesFigure, brand: BrandId, period: string) =>
  figure.brands[brand]?.month.find((point) => point.period === period);
const valueIn = (figure: SeriesFigure, brand: BrandId, period: string): number =>
  month(figure, brand, period)?.value ?? Number.NaN;
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('the demo, collected night by night', () => {
  it.each(brandIds)(
    'holds every mention of %s that was planted where it could be seen, and no other',
    (brand) => {
      const found = new Map<string, number>();
      const monthOf = new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'Europe/London',
        year: 'numeric',
        month: '2-digit',
      });
      for (const mention of mentions) {
        if (mention.brand !== brand) continue;
        const key = monthOf.format(new Date(mention.publishedAt));
        found.set(key, (found.get(key) ?? 0) + 1);
      }
      const planted = Object.entries(truth.months[brand]).map(
        ([key, count]) => [key, count.mentions] as const,
      );
      expect([...found].sort()).toEqual([...planted].sort());
    },
  );

  it('drops what only shares a name with a brand', () => {
    expect(Object.values(truth.homonyms).every((count) => count > 10)).toBe(true);
    const namesakes = mentions.filter((mention) =>
      /tamarisk (hotel|road|shrub|tree)|bluebird (nest|bus)|village of kettleby/i.test(
        `${mention.title} ${mention.excerpt}`,
      ),
    );
    expect(namesakes.map((mention) => mention.title)).toEqual([]);
  });

  it('stores no link but to http(s), whatever the feeds say', () => {
    expect(mentions.filter((mention) => mention.url !== null && !/^https?:\/\//.test(mention.url))).toEqual(
      [],
    );
  });

  it('counts a press release on thirty sites as thirty mentions and one story', () => {
    const storyOf = new Map(
      linesOf('scores', (value) => Score.parse(value)).map((score) => [
        `${score.id} ${score.brand}`,
        score.story,
      ]),
    );
    const copies = new Map<string, Set<string>>();
    for (const mention of mentions.filter(({ publishedAt }) => publishedAt.startsWith('2026-06-10'))) {
      const story = storyOf.get(`${mention.id} ${mention.brand}`) ?? '';
      copies.set(story, (copies.get(story) ?? new Set()).add(mention.site));
    }
    expect(Math.max(...[...copies.values()].map((sites) => sites.size))).toBe(30);
  });

  it('marks the dark weeks of bean-board as a gap, and only what its window lost', () => {
    const dark = runs.filter((run) => run.source === 'bean-board' && run.reason === 'blocked_challenge');
    expect(dark.length).toBeGreaterThanOrEqual(20);
    expect(dark.every((run) => run.status === 'refused' && run.coversFrom === undefined)).toBe(true);
    const back = runs.filter((run) => run.source === 'bean-board' && run.status === 'capped');
    expect(new Set(back.map((run) => run.reason))).toEqual(new Set(['window_overflow']));
    expect(back.map((run) => run.at.slice(0, 10))).toContain('2026-05-05');
    expect(valueIn(series('coverage'), 'bluebird', '2026-04')).toBeLessThan(97);
    expect(valueIn(series('coverage'), 'tamarisk', '2026-04')).toBeLessThan(97);
  });

  it('notes one line for each source and night that ran, and no two statuses', () => {
    expect(new Set(runs.map((run) => `${run.at} ${run.source}`)).size).toBe(runs.length);
    expect(new Set(runs.map((run) => run.at)).size).toBe(truth.nights);
  });
});

describe('the figures of the demo tell what was planted:', () => {
  const awareness = series('awareness');

  it('a campaign that lifts awareness by a third, and keeps it', () => {
    const before = mean(
      ['2025-06', '2025-07', '2025-08', '2025-09'].map((at) => valueIn(awareness, 'tamarisk', at)),
    );
    const after = mean(
      ['2025-11', '2025-12', '2026-01', '2026-02'].map((at) => valueIn(awareness, 'tamarisk', at)),
    );
    expect(after / before).toBeGreaterThan(1.2);
    expect(after / before).toBeLessThan(1.5);
  });

  it("a competitor's slow rise, with no jump where a source joins", () => {
    const start = mean(['2025-10', '2025-11', '2025-12'].map((at) => valueIn(awareness, 'bluebird', at)));
    const end = mean(['2026-09', '2026-10'].map((at) => valueIn(awareness, 'bluebird', at)));
    expect(end / start).toBeGreaterThan(1.35);
    expect(end / start).toBeLessThan(1.85);
    const kettleby = ['2025-12', '2026-01', '2026-02', '2026-03'].map((at) =>
      valueIn(awareness, 'kettleby', at),
    );
    expect(Math.max(...kettleby) / Math.min(...kettleby)).toBeLessThan(1.3);
  });

  it('an app update that costs more than a star, and its mending', () => {
    const stars = series('satisfaction');
    expect(valueIn(stars, 'tamarisk', '2026-03')).toBeLessThan(3.4);
    expect(valueIn(stars, 'tamarisk', '2026-01')).toBeGreaterThan(4);
    expect(valueIn(stars, 'tamarisk', '2026-05')).toBeGreaterThan(4);
    for (const [period, { mean: planted }] of Object.entries(truth.stars.tamarisk ?? {})) {
      const point = month(stars, 'tamarisk', period);
      if (point === undefined || point.n < 20) continue;
      expect(Math.abs((point.value ?? 0) - planted), period).toBeLessThan(0.25);
    }
  });

  it('the same in the versions of the app: those of the update lie below all others, beyond their intervals', () => {
    const figure = Figure.parse(
      JSON.parse(readFileSync(join(data, 'figures', 'satisfaction-by-version.json'), 'utf8')),
    );
    if (figure.kind !== 'breakdown') throw new Error('no breakdown');
    const rows = figure.brands.tamarisk?.rows ?? [];
    expect(rows.map(({ by }) => by['version'])).toEqual([
      '4.3.0',
      '4.2.0',
      '4.1.0',
      '4.0.2',
      '4.0.0',
      '3.8.3',
    ]);
    const [of40, others] = [true, false].map((is40) =>
      rows.filter(({ by }) => by['version']?.startsWith('4.0') === is40),
    );
    const highest = Math.max(...(of40 ?? []).map(({ high }) => high ?? 5));
    for (const { by, low } of others ?? []) expect(low, by['version']).toBeGreaterThan(highest);
  });

  it('a winter in which all of the encyclopedia is read more, which is none of the brand’s doing', () => {
    const [views, share] = [series('attention'), series('attention-share')];
    const grown = (figure: SeriesFigure) =>
      valueIn(figure, 'tamarisk', '2026-01') / valueIn(figure, 'tamarisk', '2026-07');
    expect(grown(views)).toBeGreaterThan(1.4);
    expect(grown(share)).toBeGreaterThan(0.9);
    expect(grown(share)).toBeLessThan(1.15);
    for (const { period, value } of views.brands.tamarisk?.month ?? [])
      expect([period, value !== null]).toEqual([period, true]);
  });

  it('a recall that turns the tone, and passes', () => {
    const tone = series('net-sentiment');
    expect(valueIn(tone, 'tamarisk', '2026-09')).toBeLessThan(-10);
    expect(valueIn(tone, 'tamarisk', '2026-08')).toBeGreaterThan(10);
    expect(tone.verdicts.tamarisk?.['28']?.verdict).toBe('up');
    expect(awareness.verdicts.tamarisk?.['28']?.verdict).toBe('down');
  });

  it('an alert of the recall, which names its theme and its words, and is quoted', () => {
    const alert = ranking('alerts').brands.tamarisk?.rows.find(({ id }) => id === 'volume-2026-09-21');
    expect(alert?.theme).toBe('trust');
    expect(alert?.words?.some((word) => word.startsWith('recall'))).toBe(true);
    expect(alert?.mentions).toHaveLength(3);
    // Nothing else that was planted is out of the ordinary, so that few stand beside it.
    const others = Object.values(ranking('alerts').brands).flatMap(({ rows }) =>
      rows.filter(({ from }) => from !== '2026-09-21'),
    );
    expect(others.length).toBeLessThanOrEqual(6);
  });

  it('what people complain of and praise, by quotes of either', () => {
    const [first] = ranking('priorities').brands.tamarisk?.rows ?? [];
    expect(first?.quotes?.negative.length).toBeGreaterThan(0);
    expect(first?.mentions).toEqual([...(first?.quotes?.negative ?? []), ...(first?.quotes?.positive ?? [])]);
  });

  it('talk that names no brand, which asks more than anything', () => {
    const rows = ranking('category').brands.tamarisk?.rows ?? [];
    const unbranded = mentions.filter(
      ({ brand, publishedAt }) => brand === null && publishedAt >= `${ranking('category').period.from}T00`,
    );
    expect(rows[0]?.id).toBe('all');
    expect(rows[0]?.n).toBeGreaterThan(0.8 * unbranded.length);
    expect(rows.find(({ id }) => id === 'request-question')?.value).toBeGreaterThan(40);
  });

  it('and no value where there is no basis for one', () => {
    const kettleby = series('satisfaction').brands.kettleby?.month ?? [];
    expect(kettleby.length).toBeGreaterThan(12);
    expect(kettleby.every((point) => point.value === null && point.n === 0)).toBe(true);
  });

  it('the tone that was planted within the corrected interval of nearly every month', () => {
    const { corrected } = series('net-sentiment');
    const own = corrected?.tamarisk;
    expect(own?.labels).toBeGreaterThanOrEqual(200);
    const months = (own?.month ?? []).filter(({ n }) => n >= 30);
    const held = months.filter(({ period, low, high }) => {
      const { negative = 0, neutral = 0, positive = 0 } = truth.months.tamarisk[period]?.tone ?? {};
      const planted = (100 * (positive - negative)) / (positive + neutral + negative);
      return (low ?? 0) <= planted && planted <= (high ?? 0);
    });
    expect(months.length).toBeGreaterThan(12);
    expect(held.length / months.length).toBeGreaterThan(0.85);
  });

  it('every value within its interval', () => {
    const others = ['about.json', 'accuracy.json', 'restated.json'];
    for (const file of readdirSync(join(data, 'figures')).filter((name) => !others.includes(name))) {
      const figure = Figure.parse(JSON.parse(readFileSync(join(data, 'figures', file), 'utf8')));
      if (figure.kind !== 'series') continue;
      for (const brand of Object.values(figure.brands)) {
        for (const point of [...brand.day, ...brand.week, ...brand.month]) {
          if (point.value === null || point.low === null || point.high === null) continue;
          expect(point.low <= point.value && point.value <= point.high, `${file} ${point.period}`).toBe(true);
        }
      }
    }
  });

  it('what each of its nights published, and what was restated since and why', () => {
    const published = linesOf('published', (value) => Published.parse(value));
    const told = [...new Set(published.map(({ at }) => at))].sort();
    const all = nights().map((night) => instant(night));
    // The last hundred, and one in fourteen before: the demo is to start soon.
    expect(told.slice(-100)).toEqual(all.slice(-100));
    expect(told.slice(0, -100).every((at) => all.includes(at))).toBe(true);
    expect(told.length).toBeGreaterThan(125);
    const { brands } = Restated.parse(JSON.parse(readFileSync(join(data, 'figures/restated.json'), 'utf8')));
    const own = brands['tamarisk'] ?? [];
    const tonight = own.at(-1);
    const stories = tonight?.figures.find(({ figure }) => figure === 'stories');
    // The night of today is the page itself.
    expect(tonight?.at).toBe(all.at(-2));
    expect(stories?.then.value).toBeGreaterThan(100);
    expect(stories?.now?.value).toBe(stories?.then.value);
    // The labels came in after the last night: they move tone, and no count.
    const moved = (id: string) =>
      own.filter(({ figures }) => figures.some(({ figure, moved }) => figure === id && moved));
    expect(moved('net-sentiment').length).toBeGreaterThan(5);
    expect(moved('stories').length).toBeLessThan(own.length / 20);
    expect(own.filter(({ since }) => since.labels > 0).length).toBeGreaterThan(100);
    // One source joined in February: before that night brand.yml was another.
    expect(own.filter(({ since }) => since.config).at(-1)?.at).toMatch(/^2026-01-(1[89]|2\d|3\d)/);
  });
});

describe('the brief of the demo', () => {
  const rows = ranking('brief').brands['tamarisk']?.rows ?? [];
  const told = (window: number) =>
    rows.filter(({ parts }) => parts['days'] === window).map(({ text = '' }) => text);
  it('names the recall with its effect among the four weeks, and what was done about it', () => {
    const all = told(28).join('\n');
    expect(all).toMatch(/Cold brew recall, 2026-09-21: net sentiment fell by \d+ points \(−\d+ to −\d+\) .*/);
    expect(all).toMatch(/Batch numbers on every can, 2026-10-12: complaints about Trust, .* fell by/);
    expect(all).toMatch(/^The four weeks before held Cold brew recall \(2026-09-21\)/m);
    expect(all).toMatch(
      /^Net sentiment rose by .* once the scorer’s error is corrected, .* as counted, .*The largest part of it: Trust/m,
    );
  });
  it('names the campaign, both versions of the app and the courier over the year, with what they moved', () => {
    const all = told(365).join('\n');
    expect(all).toMatch(/Slow mornings campaign, 2025-10-06: awareness rose by \d+% \(\+\d+ to \+\d+%\)/);
    expect(all).toMatch(/App 4\.0, 2026-02-23: satisfaction fell by [\d.]+ stars \(−/);
    expect(all).toMatch(
      /^What followed lies within what chance explains: (?=.*App 4\.1 \(2026-04-06; satisfaction \+).*New courier .* \(2026-08-03; complaints about Delivery/m,
    );
  });
  it('says that the survey and public talk move together, and that Bluebird perhaps rose within the year', () => {
    const all = told(365).join('\n');
    expect(all).toMatch(/NPS moves with advocacy in public talk \(correlation /);
    expect(all).toMatch(/stories of Bluebird Roasters \(\+\d+%, /);
  });
  it('gives an interval for every change and leads to the mentions of every number that has any', () => {
    const bare = rows.filter(
      ({ text = '' }) => /\b(rose|fell) by\b/.test(text) && !/\([−+\d.]+ to [−+\d.]+/.test(text),
    );
    expect(bare).toEqual([]);
    // An agreement is one of months, not of mentions.
    expect(rows.filter(({ rests }) => !rests?.length).map(({ id }) => id)).toEqual([
      '365-agreement-surveys-nps',
    ]);
  });
});
