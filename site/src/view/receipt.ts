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
    method: string;
    file: string;
    /** Exactly this view. */
    view: string;
  };
};

export function receiptFacts(
  figure: Pick<Figure, 'unit' | 'basis' | 'formula' | 'method' | 'title'>,
  about: Pick<About, 'scorers' | 'commit' | 'config' | 'repository'>,
  { of, measured, groups, links }: ReceiptOf,
  formats: Formats,
): ReceiptFact[] {
  const say = chartWords.receipt;
  const numbers = receiptNumbers(measured, unitKind(figure.unit), figure.basis, formats);
  const repository = safeLink(about.repository);
  const commit = about.commit;
  return [
    { name: say.of, key: 'of', parts: [{ text: of }] },
    { name: say.value, key: 'value', parts: [{ text: `${numbers.value} (${figure.unit})` }] },
    { name: say.interval, key: 'interval', parts: [{ text: numbers.interval }] },
    { name: say.n, key: 'n', parts: [{ text: numbers.n }] },
    { name: say.coverage, key: 'coverage', parts: [{ text: numbers.coverage }] },
    { name: say.formula, parts: [{ text: figure.formula }] },
    { name: say.sources, parts: [{ text: groups.length > 0 ? groups.join(', ') : say.noSources }] },
    {
      name: say.mentions,
      key: 'mentions',
      parts: [
        links.mentions === null ? { text: say.noMentions } : { text: say.mentionsLink, href: links.mentions },
      ],
    },
    {
      name: say.method,
      parts: [
        { text: figure.method, code: true },
        { text: say.methodLink, href: links.method },
      ],
    },
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
    { name: say.data, parts: [{ text: say.dataFile, href: links.file }] },
    { name: say.view, key: 'view', parts: [{ text: say.viewLink, href: links.view }] },
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
