import type { About, Figure, RankingFigure } from '#contract';
import { words } from '../words.ts';
import { behind, behindPart, behindRow, behindWhole } from './behind.ts';
import { dayToMs } from './calendar.ts';
import { withDays } from './dated-text.ts';
import type { Formats } from './numbers.ts';

/** A list of the mentions behind a sentence, or behind one of the numbers in it. */
export type BriefList = { name: string; address: string };

export type BriefSentence = {
  id: string;
  text: string;
  figure: string;
  /** Ids of mentions to quote. */
  mentions: readonly string[];
  /** Addresses below the base path. */
  lists: readonly BriefList[];
};

export type BriefSection = { heading: string; when: string; sentences: BriefSentence[] };

const longestFirst = [28, 7, 365] as const;

type Row = RankingFigure['brands'][string]['rows'][number];
type Rest = NonNullable<Row['rests']>[number];
type Told = Pick<About, 'brands' | 'themes' | 'sources'>;

/** The mentions behind one number that a sentence rests on: exactly those that its figure counts. */
function listsOf(rest: Rest, figures: ReadonlyMap<string, Figure>, about: Told): BriefList[] {
  const figure = figures.get(rest.figure);
  if (!figure) return [];
  const { brand, row: id, from = '', to = '' } = rest;
  const brandName = about.brands.find((one) => one.id === brand)?.name ?? brand;
  const title = brand === about.brands[0]?.id ? figure.title : words.brief.ofBrand(figure.title, brandName);
  const list = (name: string, address: string | null): BriefList[] =>
    address === null ? [] : [{ name, address }];
  if (figure.kind === 'series')
    return [
      ...list(title, behind(figure.id, { brand, from, to }, about)),
      ...list(words.brief.ofPanel, behindWhole(figure.id, { from, to }, about)),
    ];
  if (figure.kind === 'breakdown') {
    const part = figure.brands[brand]?.rows.find(({ by }) => Object.values(by)[0] === id);
    return part ? list(title, behindPart(figure, brand, part.by, about)) : [];
  }
  const row = figure.brands[brand]?.rows.find((one) => one.id === id);
  if (!row) return [];
  // An alert counts all of its kind on that day, whatever most of them speak of.
  const { theme: _, ...counted } = row;
  return list(row.name, behindRow(figure, brand, from === '' ? row : { ...counted, from, to }));
}

/** Each list once: stories and awareness count the same mentions. */
function distinct(lists: readonly BriefList[]): BriefList[] {
  const found = new Map<string, BriefList>();
  for (const list of lists) if (!found.has(list.address)) found.set(list.address, list);
  return [...found.values()];
}

/** The brief of a brand, the four weeks first, with dates as the page writes them. */
export function briefSections(
  figures: ReadonlyMap<string, Figure>,
  about: Told,
  formats: Pick<Formats, 'day'>,
): BriefSection[] {
  const figure = figures.get('brief');
  if (figure?.kind !== 'ranking') return [];
  const brand = about.brands[0]?.id ?? '';
  const write = (day: string): string => formats.day(dayToMs(day));
  return longestFirst.flatMap((days): BriefSection[] => {
    const rows = (figure.brands[brand]?.rows ?? []).filter(({ parts }) => parts['days'] === days);
    const [first] = rows;
    if (!first?.from || !first.to) return [];
    return [
      {
        heading: words.brief.window[days],
        when: `${write(first.from)} – ${write(first.to)}`,
        sentences: rows.map(({ id, text = '', figure: of = '', mentions, rests = [] }) => ({
          id,
          text: withDays(text, formats),
          figure: of,
          mentions,
          lists: distinct(rests.flatMap((rest) => listsOf(rest, figures, about))),
        })),
      },
    ];
  });
}

// Brackets, backslashes and the signs of emphasis, which names of themes and terms may hold.
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/**
 * The brief as Markdown: each sentence with its figure and the lists of its mentions. `home` is the address of the site,
 * which ends in a slash; where it is not known, links are relative to the document, which lies beside the pages.
 */
export function briefMarkdown(brand: string, sections: readonly BriefSection[], home: string): string {
  const link = (text: string, path: string): string => `[${escaped(text)}](${home}${path})`;
  const lines = [
    `# ${escaped(words.brief.titleOf(brand))}`,
    ...(sections.length > 0 ? ['', words.brief.how] : []),
    '',
  ];
  for (const { heading, when, sentences } of sections) {
    lines.push(`## ${heading}`, '', when, '');
    for (const { text, figure, lists } of sentences) {
      const [only] = lists;
      const mentions =
        lists.length > 1
          ? [`${words.brief.lists} ${lists.map(({ name, address }) => link(name, address)).join(', ')}`]
          : only
            ? [link(words.brief.list, only.address)]
            : [];
      const links = [link(words.brief.source, `figure/${figure}/`), ...mentions].join('; ');
      lines.push(`- ${escaped(text)} (${links})`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** The brief as plain text; where the address of the site is known, numbers lead to the mentions behind a sentence, or to its figure. */
export function briefPlain(brand: string, sections: readonly BriefSection[], home: string): string {
  const lines = [words.brief.titleOf(brand), ...(sections.length > 0 ? ['', words.brief.how] : []), ''];
  const numbers = new Map<string, number>();
  const numberOf = (path: string): string => {
    if (!numbers.has(path)) numbers.set(path, numbers.size + 1);
    return `[${numbers.get(path)}]`;
  };
  for (const { heading, when, sentences } of sections) {
    lines.push(`${heading}, ${when}`, '');
    for (const { text, figure, lists } of sentences) {
      const paths = lists.length > 0 ? lists.map(({ address }) => address) : [`figure/${figure}/`];
      lines.push(home === '' ? `- ${text}` : `- ${text} ${paths.map(numberOf).join(' ')}`);
    }
    lines.push('');
  }
  for (const [path, number] of numbers) lines.push(`[${number}] ${home}${path}`);
  if (numbers.size > 0) lines.push('');
  return lines.join('\n');
}
