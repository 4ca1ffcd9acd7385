import { addressOf } from './filter.ts';
import type { Row } from './heard.ts';
import { hasWords } from './row-text.ts';
import { safeLink } from './safe-link.ts';

/** Where a wrong tone is reported, and of which sources it may be. */
export type Reports = {
  /** Address of the team's repository. */
  repository: string;
  /** Address of the pages, for a link back to the mention; empty where brand.yml does not say it. */
  site: string;
  /** Sources whose mentions may be labelled. */
  sources: ReadonlySet<string>;
  /** Hosts whose may not be, whichever source found them. */
  forbidden: readonly string[];
};

/** The form in `.github/ISSUE_TEMPLATE`; its fields have these names. */
export const template = 'wrong-tone.yml';
export const fields = ['mention', 'brand', 'now', 'link'] as const;

/** Only GitHub and its own servers at a company have these forms. */
const hasForms = (host: string): boolean =>
  host === 'github.com' || host.startsWith('github.') || host.endsWith('.ghe.com');

/** Null where the pages do not know of a repository on GitHub or of what may be labelled, or where all is invented. */
export function reportsOf(about: {
  demo: boolean;
  repository: string | null;
  site: { url?: string | undefined };
  sources: readonly { id: string }[];
  unlabelled?: { sources: readonly string[]; hosts: readonly string[] } | undefined;
}): Reports | null {
  const link = safeLink(about.repository);
  const { unlabelled } = about;
  if (about.demo || !unlabelled || !link || !hasForms(link.host)) return null;
  return {
    repository: link.href.replace(/\/$/, ''),
    site: safeLink(about.site.url ?? null)?.href.replace(/\/?$/, '/') ?? '',
    sources: new Set(about.sources.map(({ id }) => id).filter((id) => !unlabelled.sources.includes(id))),
    forbidden: unlabelled.hosts,
  };
}

/**
 * The address of an issue of the team's own repository that says whose tone is wrong, to be sent by whoever opens it. It
 * names the mention by its id, brand and tone: no word of the text, and not where it stands, which may name its author.
 * Null for what cannot be labelled: talk of no brand, what has no words or was not scored yet, and sources that forbid it,
 * or of which nothing is known any more.
 */
export function wrongToneLink(
  row: Pick<Row, 'id' | 'brand' | 'day' | 'tone' | 'source' | 'title' | 'excerpt' | 'url' | 'host'>,
  reports: Reports | null,
): string | null {
  if (!reports || row.brand === null || row.tone === null || !hasWords(row)) return null;
  if (!reports.sources.has(row.source)) return null;
  if (reports.forbidden.some((host) => row.host === host || row.host.endsWith(`.${host}`))) return null;
  const values: Record<(typeof fields)[number], string> = {
    mention: row.id,
    brand: row.brand,
    now: row.tone,
    link: reports.site === '' ? '' : `${reports.site}mentions/${addressOf(row)}`,
  };
  const query = new URLSearchParams({ template, title: `Wrong tone: ${row.id} (${row.brand})` });
  for (const field of fields) if (values[field] !== '') query.set(field, values[field]);
  return `${reports.repository}/issues/new?${query}`;
}
