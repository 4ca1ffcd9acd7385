import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Asking, Page, Request, Signal, Unreadable } from '../types.ts';
import { jsonOf } from './json-answer.ts';
import { defineSource } from './source-type.ts';

const base = 'https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article';
const dayMs = 86_400_000;
/** Before this day Wikimedia counted otherwise. */
const firstDay = '2015-07-01';
const longestName = 255; // bytes of a title that Wikipedia allows

type Article = { language: string; title: string; brands: string[] };

const readable = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * An article as brand.yml names it: en.wikipedia.org/Name, or the address that the browser shows. Names begin with a
 * capital and have underscores for blanks, whatever was written. Nothing where it names none.
 */
function readArticle(named: string): Omit<Article, 'brands'> | undefined {
  const parts = /^(https?:\/\/)?([a-z-]{2,20})\.(?:m\.)?wikipedia\.org\/(?:wiki\/)?(.+)$/i.exec(named.trim());
  const [, isAddress, language = '', rest = ''] = parts ?? [];
  const path = rest.replace(isAddress ? /[?#].*$/s : /#.*$/s, '');
  const title = (isAddress || path.includes('%') ? readable(path) : path)
    .toWellFormed()
    .replace(/[\s_]+/g, '_')
    .replace(/^_|_$/g, '');
  const isTitle = title !== '' && Buffer.byteLength(title) <= longestName && !/[\p{Cc}<>[\]{}|]/u.test(title);
  const [first = ''] = title;
  const capital = first.toLocaleUpperCase('en');
  const started = `${capital.length === first.length ? capital : first}${title.slice(first.length)}`;
  return isTitle ? { language: language.toLowerCase(), title: started } : undefined;
}

const nameOf = ({ language, title }: Omit<Article, 'brands'>) => `${language}.wikipedia.org/${title}`;

/** Every article once, with the brands that name it; and what names none. A source may be bound to one brand. */
function articlesOf(
  { brands }: Asking,
  { brand: only }: { brand?: string | undefined },
): { articles: Article[]; others: string[] } {
  const articles = new Map<string, Article>();
  const others: string[] = [];
  for (const brand of brands.filter(({ id }) => only === undefined || id === only)) {
    for (const named of brand.articles) {
      const read = readArticle(named);
      if (!read) {
        others.push(
          `${brand.id}: "${named.slice(0, 80).toWellFormed()}" is no article such as en.wikipedia.org/Name`,
        );
        continue;
      }
      const known = articles.get(nameOf(read));
      if (!known) articles.set(nameOf(read), { ...read, brands: [brand.id] });
      else if (!known.brands.includes(brand.id)) known.brands.push(brand.id);
    }
  }
  return { articles: [...articles.values()], others };
}

const dayOf = (time: Date | number): string => new Date(time).toISOString().slice(0, 10);

/** Whole days in UTC, up to yesterday: today is still being counted. */
function daysOf({ since, now }: Asking): { from: string; to: string } {
  const to = dayOf(now.getTime() - dayMs);
  const asked = dayOf(since);
  return { from: [asked < firstDay ? firstDay : asked, to].sort()[0] as string, to };
}

const pathOf = ({ language, title }: Article) =>
  `${base}/${language}.wikipedia/all-access/user/${encodeURIComponent(title)}/daily/`;

/** One article that has no views, or is not called so, is no reason to ask for none of the others. */
function requestFor(articles: readonly Article[], asking: Asking): Request | undefined {
  const { from, to } = daysOf(asking);
  const span = [from, to].map((day) => `${day.replaceAll('-', '')}00`).join('/');
  return articles.reduceRight<Request | undefined>(
    (orElse, article) => ({
      url: `${pathOf(article)}${span}`,
      accept: 'application/json',
      ...(orElse ? { orElse } : {}),
    }),
    undefined,
  );
}

const Answered = z.object({ items: z.array(z.unknown()) });
const Row = z.object({
  article: z.string(),
  timestamp: z
    .string()
    .regex(/^\d{8}00$/)
    .transform((stamp) => stamp.replace(/^(\d{4})(\d\d)(\d\d)00$/, '$1-$2-$3'))
    .pipe(z.iso.date()),
  views: z.int().min(0),
});

const isSame = (stated: string, title: string): boolean =>
  readable(stated).replaceAll(' ', '_') === title || stated.replaceAll(' ', '_') === title;

const signalsOf = (row: z.infer<typeof Row>, article: Article, source: string): Signal[] =>
  article.brands.map((brand) => ({
    v: 1,
    day: row.timestamp,
    source,
    brand,
    what: 'views',
    of: nameOf(article),
    value: row.views,
  }));

const notViews = (detail: string): Unreadable => ({ status: 'changed', reason: 'not_views', detail });

/** Daily page views of the panel's Wikipedia articles, by people and not by programs. They are no mentions. */
export const wikipediaViews = defineSource({
  settings: z.strictObject({ ...sourceKeys, type: z.literal('wikipedia-views') }),
  group: 'attention',
  maxPages: 1,
  nightly: true,
  invitesPrograms: true,
  terms: {
    verdict: 'default-on',
    quote: 'The API requires an HTTP User-Agent header for all requests.',
    from: 'mediawiki.org/wiki/Wikimedia_APIs/Access_policy; others say that its data is under CC0 1.0',
    read: 'autumn 2026',
  },
  asksSince: true,
  countsOnly: true,
  label: () => 'Wikipedia page views',
  place: () => base,
  hindrance(settings, asking): Unreadable | undefined {
    const { articles, others } = articlesOf(asking, settings);
    if (articles.length > 0) return undefined;
    const detail = `no brand names an article whose views could be read: write "articles: [en.wikipedia.org/Name]" under brand or a competitor${others.map((other) => `; ${other}`).join('')}`;
    return { status: 'failed', reason: 'bad_settings', detail };
  },
  firstRequest: (settings, asking) => requestFor(articlesOf(asking, settings).articles, asking) as Request,
  read(answer, settings, asking): Page | Unreadable {
    const { articles, others } = articlesOf(asking, settings);
    const at = articles.findIndex((article) => answer.url.startsWith(pathOf(article)));
    const article = articles[at];
    if (!article) return notViews('another page answers than the article that was asked for');
    const json = jsonOf(answer);
    if (!('value' in json)) return json;
    const answered = Answered.safeParse(json.value);
    if (!answered.success) return notViews('the JSON holds no list of daily views');
    const { from, to } = daysOf(asking);
    const rows = answered.data.items.map((row) => Row.safeParse(row));
    const signals = rows.flatMap(({ data }) =>
      data && isSame(data.article, article.title) ? signalsOf(data, article, settings.id) : [],
    );
    const odd = rows.length - signals.length / article.brands.length;
    const found = `${odd} of ${rows.length} days of ${nameOf(article)} lack a date, a count or the name of the article`;
    if (odd > 0 && odd === rows.length) return notViews(found);
    const then = requestFor(articles.slice(at + 1), asking);
    return {
      items: [],
      whole: json.whole,
      signals: signals.filter(({ day }) => day >= from && day <= to),
      ...(odd > 0 ? { odd: found } : {}),
      ...(at === 0 && others.length > 0 ? { notices: others } : {}),
      ...(then ? { then } : {}),
    };
  },
});
