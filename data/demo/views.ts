import type { Answer, Request } from '../../collector/types.ts';
import { type BrandId, brandIds, dayMs, dayOf, dayStart, demoNow, happenings, level } from './plan.ts';
import { type Random, randomFrom } from './random.ts';

/** Id of the source of brand.yml that reads how often the brands' articles are looked up. */
export const viewsSource = 'encyclopedia';

/** Articles by brand, as brand.yml names them: none of them exists. */
export const articles: Record<BrandId, string> = {
  tamarisk: 'en.wikipedia.org/Tamarisk_Coffee',
  bluebird: 'en.wikipedia.org/Bluebird_Roasters',
  kettleby: 'en.wikipedia.org/Kettleby_Coffee',
};

/** Day from which the source is asked; the first on which the feeds are covered. */
export const firstCounted = '2025-05-03';

/** Usual views a day. */
const usual: Record<BrandId, number> = { tamarisk: 620, bluebird: 410, kettleby: 880 };
/** Reading by weekday, Sunday first, against the mean of the week. */
const weekdays = [0.94, 1.07, 1.06, 1.05, 1.03, 0.97, 0.88] as const;
/** By how much more all of the encyclopedia is read at its height in winter, and less in summer: of no brand's doing. */
export const winter = { height: '2026-01-15', lift: 1.25 } as const;
/** How much more Tamarisk is looked up for good since the campaign, and at the height of the recall. */
export const lookedUp = { campaign: 1.2, recall: 2.4, priceRise: 1.3 } as const;
/** Chance from day to day, of all articles and of each: a day is like the one before. */
const chance = { all: { spread: 0.04, kept: 0.6 }, each: { spread: 0.05, kept: 0.5 } } as const;

/** How many more views than usual a day has, by what is planned. */
function planned(brand: BrandId, day: string): number {
  const { campaign, recall, priceRise } = happenings;
  if (brand === 'bluebird') return level(brand, day);
  if (brand === 'kettleby') return day >= priceRise.from && day < priceRise.to ? lookedUp.priceRise : 1;
  const since = day >= campaign.from ? lookedUp.campaign : 1;
  if (day < recall.from || day >= recall.to) return since;
  const halvings = (dayStart(day) - dayStart(recall.from)) / dayMs / recall.halfLifeDays;
  return since * (1 + (lookedUp.recall - 1) * 2 ** -halvings);
}

const season = (day: string): number =>
  winter.lift ** Math.cos(((dayStart(day) - dayStart(winter.height)) / dayMs / 365.25) * 2 * Math.PI);

/** A first-order autoregression of about such a spread. */
function wander(random: Random, { spread, kept }: { spread: number; kept: number }): () => number {
  let value = 0;
  return () => {
    // Twelve uniforms less their mean are nearly normal, of variance 1.
    let draw = -6;
    for (let nth = 0; nth < 12; nth++) draw += random.next();
    value = kept * value + spread * Math.sqrt(1 - kept * kept) * draw;
    return value;
  };
}

/** Views by brand and day, up to the last whole day of the demo. */
export function viewsByDay(seed: string): Record<BrandId, Map<string, number>> {
  const random = randomFrom(`${seed}/views`);
  const all = wander(random.fork('all'), chance.all);
  const each = brandIds.map((brand) => wander(random.fork(brand), chance.each));
  const made = Object.fromEntries(brandIds.map((brand) => [brand, new Map()])) as ReturnType<
    typeof viewsByDay
  >;
  for (let at = dayStart(firstCounted); at < dayStart(dayOf(demoNow)); at += dayMs) {
    const day = dayOf(at);
    const shared = all();
    for (const [nth, brand] of brandIds.entries()) {
      const noise = Math.exp(shared + (each[nth]?.() ?? 0));
      const weekday = weekdays[new Date(at).getUTCDay()] ?? 1;
      made[brand].set(day, Math.round(usual[brand] * planned(brand, day) * season(day) * weekday * noise));
    }
  }
  return made;
}

const asked = /\/per-article\/en\.wikipedia\/all-access\/user\/([^/]+)\/daily\/(\d{8})00\/(\d{8})00$/;
const named = (stamp: string): string => stamp.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

/** What the encyclopedia's counters answer, of days that are over; undefined where they are not asked. */
export function openViews(seed: string): (request: Request, now: Date) => Answer | undefined {
  const views = viewsByDay(seed);
  return ({ url }, now) => {
    const [, article = '', from = '', to = ''] = asked.exec(url) ?? [];
    const brand = brandIds.find((one) => articles[one] === `en.wikipedia.org/${decodeURIComponent(article)}`);
    if (!brand) return undefined;
    const items = [...views[brand]]
      .filter(([day]) => day >= named(from) && day <= named(to) && day < dayOf(now))
      .map(([day, value]) => ({
        project: 'en.wikipedia',
        article,
        granularity: 'daily',
        timestamp: `${day.replaceAll('-', '')}00`,
        access: 'all-access',
        agent: 'user',
        views: value,
      }));
    return {
      kind: 'answer',
      url,
      http: 200,
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(JSON.stringify({ items })),
      whole: true,
    };
  };
}
