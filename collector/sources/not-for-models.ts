import type { Mention } from '#contract';
import type { Source } from '../types.ts';

/** A place whose words may not serve to tune or to measure a model, and the words that decide it. */
export type ModelClause = { name: string; quote: string; from: string; read: string };
type Place = ModelClause & {
  types?: readonly string[];
  formats?: readonly string[];
  hosts: readonly string[];
};

/**
 * Running a scorer that is there already over such texts is no training; asking people for the tone of these texts, and
 * measuring or correcting the scorer by that, comes near enough to be left. As read in autumn 2026; not legal advice.
 */
const places: readonly Place[] = [
  {
    name: 'Stack Exchange',
    types: ['stack-exchange'],
    hosts: [
      'stackexchange.com',
      'stackoverflow.com',
      'serverfault.com',
      'superuser.com',
      'askubuntu.com',
      'mathoverflow.net',
      'stackapps.com',
    ],
    quote: 'Developing, building, training, testing, indexing, benchmarking, or improving',
    from: 'Stack Exchange, Acceptable Use Policy: of AI and ML, by automated collection without consent',
    read: '2026-10-04',
  },
  {
    name: 'Reddit',
    hosts: ['reddit.com', 'redd.it'],
    quote: 'commercial and non-commercial mining, scraping',
    from: 'Reddit, Responsible Builder Policy: forbidden without approval',
    read: 'autumn 2026',
  },
  {
    name: 'Trustpilot',
    formats: ['trustpilot'],
    hosts: ['trustpilot.com'],
    quote:
      'You must not carry out in any way (including facilitating, permitting or authorising) any text mining, data mining or web scraping of our platform for any purpose without our express permission.',
    from: 'Trustpilot Terms of Use for Consumers, February 2025, section 4',
    read: 'autumn 2026',
  },
  {
    name: 'Lobsters',
    hosts: ['lobste.rs'],
    quote: 'Content-Signal: ai-input=no, ai-train=no, search=yes',
    from: 'lobste.rs/robots.txt',
    read: '2026-10-04',
  },
];

/** Their hosts, each with all that ends in it after a dot. */
export const hostsNotForModels: readonly string[] = places.flatMap(({ hosts }) => hosts);

/** Why the words of a mention may not serve to measure a scorer: by its source, or by the host that it links to. */
export function notForModels(
  sources: readonly Source[],
): (mention: Pick<Mention, 'source' | 'url'>) => ModelClause | undefined {
  const bySource = new Map(
    sources.map((source) => [
      source.id,
      places.find(
        ({ types = [], formats = [] }) =>
          types.includes(source.type) || formats.includes(String((source as { format?: unknown }).format)),
      ),
    ]),
  );
  return ({ source, url }) => bySource.get(source) ?? (url === null ? undefined : placeOf(url));
}

function placeOf(url: string): Place | undefined {
  const host = URL.parse(url)?.hostname ?? '';
  return places.find(({ hosts }) => hosts.some((one) => host === one || host.endsWith(`.${one}`)));
}
