import type { About, Figure, Point } from '#contract';
import { chartWords } from '../chart-words.ts';
import { words } from '../words.ts';
import { dayIn, shiftDay } from './calendar.ts';
import { type Formats, type UnitKind, unitKind } from './numbers.ts';
import { safeLink } from './safe-link.ts';

/** The receipt of a number: what it is made of, down to the mentions, the commit and the versions. */

export type Measured = Omit<Point, 'period'>;
export type ReceiptNumbers = { value: string; interval: string; n: string; coverage: string };

/** A value as a receipt writes it; the live chart writes those of single points in the same way. */
export function receiptNumbers(
  { value, low, high, n, coverage }: Measured,
  kind: UnitKind,
  basis: string,
  formats: Pick<Formats, 'value' | 'number' | 'share'>,
): ReceiptNumbers {
  const bounded = value !== null && low !== null && high !== null;
  return {
    value: value === null ? words.noValue : formats.value(value, kind),
    interval: bounded
      ? words.interval.range(formats.value(low, kind), formats.value(high, kind))
      : value === null
        ? '–'
        : chartWords.receipt.noInterval,
    n: words.basis(formats.number(n), basis),
    coverage: coverage === null ? words.noValue : formats.share(coverage),
  };
}

export type Part = { text: string; href?: string; code?: boolean; rel?: string };
/** `key` names what the live chart writes anew where another point is read. */
export type ReceiptFact = { name: string; parts: Part[]; key?: string };

export type ReceiptOf = {
  /** Whose number it is, and of when: "Northwind, 18 Oct to 14 Nov 2026". */
  of: string;
  measured: Measured;
  /** Groups of sources that feed it. */
  groups: readonly string[];
  links: {
    /** The mentions behind it; null where it is not made of mentions. */
    mentions: string | null;
    /** Those of the whole panel, where it is a share of it. */
    whole?: string | null;
    method: string;
    file: string;
    /** Exactly this view. */
    view: string;
  };
};

type Told = Pick<Figure, 'id' | 'unit' | 'basis' | 'formula' | 'method' | 'title'>;
type Made = Pick<About, 'scorers' | 'commit' | 'config' | 'repository'>;

export function receiptFacts(
  figure: Told,
  about: Made,
  { of, measured, groups, links }: ReceiptOf,
  formats: Formats,
): ReceiptFact[] {
  const say = chartWords.receipt;
  const numbers = receiptNumbers(measured, unitKind(figure.unit), figure.basis, formats);
  return [
    { name: say.of, key: 'of', parts: [{ text: of }] },
    { name: say.value, key: 'value', parts: [{ text: `${numbers.value} (${figure.unit})` }] },
    { name: say.interval, key: 'interval', parts: [{ text: numbers.interval }] },
    { name: say.n, key: 'n', parts: [{ text: numbers.n }] },
    { name: say.coverage, key: 'coverage', parts: [{ text: numbers.coverage }] },
    { name: say.formula, parts: [{ text: figure.formula }] },
    sourcesFact(groups),
    {
      name: say.mentions,
      key: 'mentions',
      parts: [
        links.mentions === null
          ? { text: say.noMentions }
          : { text: links.whole ? say.ownLink : listName(figure.id), href: links.mentions },
        ...(links.whole ? [{ text: say.wholeLink, href: links.whole }] : []),
      ],
    },
    methodFact(figure, links.method),
    ...sharedFacts(about, formats),
    { name: say.data, parts: [{ text: say.dataFile, href: links.file }] },
    { name: say.view, key: 'view', parts: [{ text: say.viewLink, href: links.view }] },
  ];
}

/** What the list behind a figure's number is called; of a share see `ownLink`. */
export const listName = (figure: string): string =>
  chartWords.receipt.listNames[figure] ?? chartWords.receipt.mentionsLink;

const sourcesFact = (groups: readonly string[]): ReceiptFact => ({
  name: chartWords.receipt.sources,
  parts: [{ text: groups.length > 0 ? groups.join(', ') : chartWords.receipt.noSources }],
});

const methodFact = ({ method }: Told, href: string): ReceiptFact => ({
  name: chartWords.receipt.method,
  parts: [
    { text: method, code: true },
    { text: chartWords.receipt.methodLink, href },
  ],
});

/** What all numbers of a page share: who scored, the commit, the config. */
export function sharedFacts(about: Made, formats: Formats): ReceiptFact[] {
  const say = chartWords.receipt;
  const repository = safeLink(about.repository);
  const commit = about.commit;
  return [
    {
      name: say.scorer,
      parts:
        about.scorers.length > 0
          ? about.scorers.map(({ by, mentions }) => ({
              text: words.method.scorerOf(by, formats.number(mentions)),
            }))
          : [{ text: say.noScorer }],
    },
    {
      name: say.commit,
      parts: [
        commit === null
          ? { text: say.noCommit }
          : {
              text: commit.slice(0, 12),
              code: true,
              ...(repository && {
                href: `${repository.href.replace(/\/$/, '')}/commit/${commit}`,
                rel: 'noopener',
              }),
            },
      ],
    },
    { name: say.config, parts: [{ text: about.config.slice(0, 12), code: true }] },
  ];
}

export type FigureOf = {
  figure: Told;
  groups: readonly string[];
  links: Pick<ReceiptOf['links'], 'method' | 'file'>;
};

/** What the numbers of a table share; those of several figures have a fact for each. */
export function commonFacts(figures: readonly FigureOf[], about: Made, formats: Formats): ReceiptFact[] {
  const say = chartWords.receipt;
  const [first, ...others] = figures;
  if (!first) return sharedFacts(about, formats);
  const file = ({ links }: FigureOf): Part => ({ text: say.dataFile, href: links.file });
  const each = (of: FigureOf): ReceiptFact => ({
    name: of.figure.title,
    parts: [{ text: of.figure.formula }, ...methodFact(of.figure, of.links.method).parts, file(of)],
  });
  return others.length > 0
    ? [...figures.map(each), ...sharedFacts(about, formats)]
    : [
        { name: say.formula, parts: [{ text: first.figure.formula }] },
        sourcesFact(first.groups),
        methodFact(first.figure, first.links.method),
        ...sharedFacts(about, formats),
        { name: say.data, parts: [file(first)] },
      ];
}

/** First and last day of the last so many whole days. */
export function lastDaysOf(
  { asOf, time }: Pick<About, 'asOf' | 'time'>,
  days: string,
): { from: string; to: string } {
  const to = shiftDay(dayIn(time.zone, asOf), -1);
  return { from: shiftDay(to, 1 - Number(days)), to };
}
