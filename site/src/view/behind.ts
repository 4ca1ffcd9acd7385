import type { About, BreakdownFigure, RankingFigure } from '#contract';
import { dayMs, msToDay, spanOf } from './calendar.ts';
import { categoryBrand, opinion, rated, scoredLabels, towardId } from './facets.ts';
import { type Asked, type Counting, mentionsLink } from './filter.ts';

/** The mentions behind a number: what the Mentions page is asked, so that it lists those which the figure counts. */

const counted: Readonly<Record<string, Asked>> = {
  'net-sentiment': { tone: scoredLabels },
  'tone-by-part': { tone: scoredLabels },
  advocacy: { rating: opinion },
  'advocacy-by-part': { rating: opinion },
  loyalty: { intent: ['stay', 'leave'] },
  'loyalty-by-part': { intent: ['stay', 'leave'] },
  satisfaction: { rating: rated },
  'satisfaction-by-part': { rating: rated },
  'satisfaction-by-version': { rating: rated },
  comparisons: { intent: 'compare' },
  journey: { tone: scoredLabels },
  'tone-by-month': { tone: scoredLabels },
};

/** Figures that count a mention whether or not its story was told before: how often, how rated, how many sites. */
const everyMention = ['mentions', 'sites', 'mentions-by-part', 'alerts'];

/** How a figure counts a story that is told again. */
function toldOf(figure: string): Counting | '' {
  if (figure.startsWith('share-of-voice')) return 'group';
  if (figure.startsWith('awareness')) return 'source';
  return everyMention.includes(figure) || figure.startsWith('satisfaction') ? '' : 'first';
}

/** Figures that no mention stands behind: what sources answered, how often pages were opened, what people were asked. */
const withoutMentions = (figure: string): boolean =>
  ['coverage', 'coverage-by-part', 'attention', 'attention-share', 'restatements'].includes(figure) ||
  figure.startsWith('surveys-');

const themesOf = (themes: About['themes'], lenses: readonly string[]): string[] =>
  themes.flatMap(({ id, lens }) => (lens !== undefined && lenses.includes(lens) ? [id] : []));

/** Themes in any tone: of what is not scored toward them no tone is counted. */
const towardAny = (themes: readonly string[]): string[] =>
  themes.flatMap((theme) => scoredLabels.map((tone) => towardId(theme, tone)));

/** What every number of a figure asks beyond its brand and days; null where no mentions are behind it. */
export function askedOf(figure: string, { themes }: Pick<About, 'themes'>): Asked | null {
  if (withoutMentions(figure)) return null;
  const told = toldOf(figure);
  if (figure === 'gap') return { toward: towardAny(themesOf(themes, ['innovation', 'experience'])), told };
  return { ...counted[figure], told };
}

/** What the tone of a step on a customer's way counts. */
export const askedOfStep = (
  { themes }: Pick<About, 'themes'>,
  touchpoint: string,
): Pick<Asked, 'toward' | 'told'> => ({
  toward: towardAny(themes.flatMap((theme) => (theme.touchpoint === touchpoint ? [theme.id] : []))),
  told: 'first',
});

/** Address of the mentions behind a number of a figure; null where there are none. */
export function behind(
  figure: string,
  asked: { brand: string; from: string; to: string },
  about: Pick<About, 'themes'>,
): string | null {
  const more = askedOf(figure, about);
  return more === null ? null : mentionsLink({ ...more, ...asked });
}

/** Shares of all that is said of the panel: below the line stand the mentions of every brand. */
const ofPanel = ['share-of-voice', 'share-of-voice-by-part'];

/** Address of the mentions of the whole that a number is a share of; null where it is no share of mentions. */
export const behindWhole = (
  figure: string,
  days: { from: string; to: string } | null,
  { brands }: Pick<About, 'brands'>,
): string | null =>
  ofPanel.includes(figure)
    ? mentionsLink({ brand: brands.map(({ id }) => id), ...days, told: toldOf(figure) })
    : null;

/** Id of the part of all that are not told apart. */
const others = 'others';
type By = BreakdownFigure['brands'][string]['rows'][number]['by'];

/** The same for one part of a breakdown; of a part that is no filter, such as all other sites, null. */
export function behindPart(
  figure: Pick<BreakdownFigure, 'id' | 'period'>,
  brand: string,
  by: By,
  { brands, themes, sources }: Pick<About, 'brands' | 'themes' | 'sources'>,
): string | null {
  const more = askedOf(figure.id, { themes });
  if (more === null) return null;
  const asked: { -readonly [Key in keyof Asked]: Asked[Key] } = {
    ...more,
    // Of a share n is the whole.
    brand: ofPanel.includes(figure.id) ? brands.map(({ id }) => id) : brand,
    ...figure.period,
  };
  for (const [key, id] of Object.entries(by)) {
    if (key === 'language') asked.lang = id;
    else if (key === 'month') {
      const span = spanOf(id);
      if (!span) return null;
      Object.assign(asked, { from: msToDay(span.from), to: msToDay(span.to - dayMs) });
    } else if (key === 'source') {
      if (!sources.some((source) => source.id === id)) return null;
      asked.source = id;
    } else if (key === 'theme' && figure.id === 'tone-by-part') {
      // A theme's tone is that of what is said of it, whatever else a mention says.
      delete asked.tone;
      asked.toward = towardAny([id]);
    } else if (key === 'touchpoint' && (figure.id === 'journey' || figure.id === 'tone-by-month')) {
      delete asked.tone;
      Object.assign(asked, askedOfStep({ themes }, id));
    } else if (key === 'lens') {
      delete asked.tone;
      asked.toward = towardAny(themesOf(themes, [id]));
    } else if (key === 'theme' || key === 'touchpoint' || key === 'group' || key === 'segment')
      asked[key] = id;
    // What has no site, and all that are not told apart, are no filter.
    else if (key === 'site' && id !== '' && id !== others) asked.site = id;
    else return null;
  }
  return mentionsLink(asked);
}

type Row = RankingFigure['brands'][string]['rows'][number];

type AskedRow = Pick<Row, 'id' | 'name' | 'theme' | 'figure'>;

/** What one row of a ranking asks beyond brand and days; null where no filter holds it. */
export function askedOfRow(figure: string, { id, name, theme, figure: of = '' }: AskedRow): Asked | null {
  if (figure === 'priorities') return { toward: towardId(id, 'negative') };
  if (figure === 'emerging') return { q: name };
  if (figure === 'requests')
    return id === 'none' ? null : { theme: id, intent: ['suggest', 'ask', 'compare'] };
  if (figure === 'comparisons') return null;
  if (figure === 'voices') {
    if (id === 'testimonials') return { tone: 'positive', intent: ['praise', 'recommend'] };
    // A row is called by its theme and the tone toward it, as the filter is.
    return /-(negative|positive)$/.test(id) ? { toward: id } : null;
  }
  if (figure === 'why') {
    const [, , kind = '', ...rest] = id.split(':');
    const part = rest.join(':');
    // The whole of a change, which parts are taken from.
    if (kind === '') return counted[of] ?? {};
    return kind === 'theme' || kind === 'source' || kind === 'site' ? { ...counted[of], [kind]: part } : null;
  }
  if (figure === 'alerts') {
    // What most of the excess speaks of, where the alert is not of one theme.
    const told = /^theme-(.+)-\d{4}-\d{2}-\d{2}$/.exec(id)?.[1] ?? theme;
    return {
      ...(told === undefined ? {} : { theme: told }),
      ...(id.startsWith('negative-') ? { tone: 'negative' } : {}),
      // Of ratings each counts, of all else a story once.
      ...(id.startsWith('rating-') ? { rating: rated } : { told: 'first' }),
    };
  }
  if (figure === 'events') {
    const [, action, moved = ''] = /^\d{4}-\d{2}-\d{2}-(action-)?(.*)$/.exec(id) ?? [];
    // An action is judged by what complains of its theme.
    if (action !== undefined) return { toward: towardId(moved, 'negative') };
    // The second event of a day that is meant for a figure has a number after it.
    const of = moved.replace(/-\d+$/, '');
    return { ...counted[of], told: toldOf(of) };
  }
  if (figure !== 'category') return null;
  const [, kind, part = ''] = /^(theme|word|request)-(.*)$/.exec(id) ?? [];
  if (kind === 'theme') return { brand: categoryBrand, theme: part };
  if (kind === 'word') return { brand: categoryBrand, q: name };
  if (kind === 'request') return part === 'question' ? null : { brand: categoryBrand, intent: part };
  return { brand: categoryBrand };
}

/**
 * Rankings whose rows name none but mentions that they count: who names as many as n then names all of them. Others quote more
 * than that, such as both sides of a theme, or all days of an alert that tells of its worst.
 */
const nameCounted = ['category', 'comparisons', 'emerging', 'requests', 'voices', 'why'];

/** The mentions behind one row of a ranking: by their ids where the row names all that it counts. */
export function behindRow(
  figure: Pick<RankingFigure, 'id' | 'period'>,
  brand: string,
  row: Row,
): string | null {
  const whose = figure.id === 'category' ? categoryBrand : brand;
  if (nameCounted.includes(figure.id) && row.n > 0 && row.mentions.length >= row.n)
    return mentionsLink({ brand: whose, id: row.mentions });
  const asked = askedOfRow(figure.id, row);
  const told = figure.id === 'why' ? toldOf(row.figure ?? '') : toldOf(figure.id);
  // An alert tells of its worst day, and counts all of its kind on it, whatever most of them speak of.
  if (figure.id === 'alerts' && row.day !== undefined && asked !== null) {
    const { theme, ...rest } = asked;
    const own = row.id.startsWith('theme-') && theme !== undefined ? { theme } : {};
    return mentionsLink({ brand, ...rest, ...own, from: row.day, to: row.day });
  }
  const { from = figure.period.from, to = figure.period.to } = row;
  return asked && mentionsLink({ brand, told, ...asked, from, to });
}
