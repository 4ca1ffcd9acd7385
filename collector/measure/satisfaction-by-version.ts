import type { BreakdownFigure } from '#contract';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { lastDays, startOfLast } from './late-days.ts';
import type { Part } from './parts.ts';
import { ratioLine } from './ratio-figure.ts';
import { round, roundOrNull } from './round.ts';
import type { Rows } from './rows.ts';
import { ratings } from './satisfaction.ts';
import { fewestForRatio } from './verdict.ts';

const method = 'satisfaction-by-version@1';
/** An app has a new version every few weeks: the last quarter alone would hold two or three. */
const days = 365;
/** Newest versions of a source that are told. */
const mostVersions = 8;

type Row = BreakdownFigure['brands'][string]['rows'][number];

/** 4.10.0 is newer than 4.9.2. */
const byVersion = new Intl.Collator('en', { numeric: true });

/** Rated rows of the last year by source, and in each by version, the newest first. */
function partsOf(facts: Facts, brand: number): Part[] {
  const rows = facts.rows[brand] as Rows;
  const found = new Map<number, Map<number, number[]>>();
  const end = rows.starts[facts.days] ?? 0;
  for (let row = rows.starts[startOfLast(days, facts)] ?? 0; row < end; row++) {
    const [source, version] = [rows.source[row] as number, rows.version[row] as number];
    if (version === 0 || Number.isNaN(rows.stars[row])) continue;
    const versions = found.get(source) ?? new Map<number, number[]>();
    found.set(source, versions);
    const ofVersion = versions.get(version);
    if (ofVersion) ofVersion.push(row);
    else versions.set(version, [row]);
  }
  const told = [...found]
    .map(([source, versions]) => ({
      source: facts.sources[source]?.id ?? '',
      versions: [...versions]
        .map(([version, rows]) => ({ version: facts.versions[version] ?? '', rows }))
        .filter(({ rows }) => rows.length >= fewestForRatio)
        .sort((a, b) => byVersion.compare(b.version, a.version) || (a.version < b.version ? -1 : 1))
        .slice(0, mostVersions),
    }))
    .filter(({ versions }) => versions.length > 0)
    .sort((a, b) => (a.source < b.source ? -1 : 1));
  // Where one source alone tells versions its name in each row would say nothing.
  return told.flatMap(({ source, versions }) =>
    versions.map(({ version, rows }) => ({
      by: told.length > 1 ? { version, source } : { version },
      rows: Uint32Array.from(rows),
    })),
  );
}

function rowsOf(facts: Facts, brand: number): Row[] {
  const takes = speaksOf(brand);
  const shares = coverageShares(facts, takes, facts.joined[brand]);
  return partsOf(facts, brand).flatMap(({ by, rows }): Row[] => {
    const line = ratioLine(facts, brand, { ...ratings, only: rows }, takes, { shares });
    const [from, to] = [startOfLast(days, facts), facts.days - 1];
    const { value, low, high, n } = line.estimate(from, to, null);
    if (n < fewestForRatio) return [];
    return [
      {
        by,
        value: roundOrNull(value),
        low: roundOrNull(low),
        high: roundOrNull(high),
        n: round(n),
        coverage: roundOrNull(shares.over(from, to)),
      },
    ];
  });
}

export const satisfactionByVersion: FigureDefinition = {
  id: 'satisfaction-by-version',
  title: 'Satisfaction by version',
  question: 'Did an update please or displease?',
  formula: `Mean rating of the last ${days} days, each rescaled to 1–5, by the version of the app that was reviewed, where its source tells it, and by source where several do: the ${mostVersions} newest of each, by their numbers (4.10 is newer than 4.9). Interval as for satisfaction. Versions with fewer than ${fewestForRatio} ratings are left out.`,
  limits:
    'Who reviews a version soon after it came out is moved by what changed, for better or worse; who has no complaint often writes later or not at all. Reviews of which the source tells no version are in none. Of many versions two differ by chance alone.',
  unit: 'stars, 1 to 5',
  basis: 'reviews',
  proxy: false,
  method,
  measure: (facts) => ({
    kind: 'breakdown',
    brands: Object.fromEntries(
      facts.brands.map(({ id }, brand) => [id, { rows: facts.days === 0 ? [] : rowsOf(facts, brand) }]),
    ),
    period: lastDays(days, facts),
  }),
};
