import pLimit from 'p-limit';
import { answeringStatuses, type SourceBase } from '#contract';
import { previewSource } from '../preview-source.ts';
import { typeOf } from '../sources/registry.ts';
import { sourcesOf } from '../sources/sources-of.ts';
import { forbiddenBy, termsOf } from '../sources/terms.ts';
import { openStore } from '../store/open-store.ts';
import type { Progress } from '../types.ts';
import type { Finding } from './doctor.ts';
import { count } from './query-report.ts';
import type { OpenRim } from './rim.ts';
import type { Setting } from './setting.ts';

const mostAtOnce = 8;

/** What can be said of a source without asking it. */
export function sourceFinding(source: SourceBase): Finding {
  const type = typeOf(source);
  const terms = type && termsOf(source, type.terms);
  if (terms?.verdict === 'opt-in' && source.accept === undefined) {
    const text = `${source.id} stays off until "accept:" says which condition is met. Its terms: “${terms.quote}” (${terms.from}; read ${terms.read})`;
    return { level: 'problem', text };
  }
  const url = 'url' in source && typeof source['url'] === 'string' ? source['url'] : undefined;
  const forbidden = url === undefined ? undefined : forbiddenBy(url);
  if (forbidden) {
    const { quote, from, read, instead } = forbidden;
    const text = `${source.id} is refused, for its host's terms do not allow it: “${quote}” (${from}; read ${read})${instead === undefined ? '' : `; instead: ${instead}`}`;
    return { level: 'problem', text };
  }
  if (url?.startsWith('http://')) {
    const text = `${source.id} is read without TLS, so its host must stand in network.http; https is better`;
    return { level: 'advice', text };
  }
  return { level: 'ok', text: `${source.id}: ${type?.label(source) ?? source.type}` };
}

/** What to do about an answer that was none, by its reason. */
const remedies: Record<string, string> = {
  auth: 'it asks for a login: a feed must be open to everyone',
  blocked_challenge:
    'it wants proof of a browser, as many sites do of hosted runners: run `night` from a laptop, or ask the site to let your user agent in',
  conn_refused: 'look at the address, and whether the site is up',
  dns_unknown: 'there is no such host: look for a typing error in the address',
  forbidden: 'it refuses hosted runners, or all of us: run `night` from a laptop, or leave it out',
  gone: 'remove it from brand.yml',
  html_not_feed: 'it is a page for people: look on it for the address of its feed',
  lost_fields: 'look on it with `try`; if it is to stay so, that is taken for its shape after a week',
  no_feeds: 'look whether the list is the right one; the feeds of last time are read until then',
  no_key:
    'add it on GitHub under Settings › Secrets and variables › Actions › New repository secret, under that very name',
  not_a_feed: 'it is neither RSS, Atom nor JSON Feed: look for the address of its feed',
  not_a_list: 'it is no OPML: look for the address of the list',
  not_found: 'look for its new address, or remove it from brand.yml',
  not_tls: 'write https://, or name its host under network.http',
  rate_limited: 'it is left alone for a while; nothing to do',
  retry_after: 'it is left alone for as long as it wanted; nothing to do',
  robots:
    'its robots.txt asks not to be read so: ask the site, then name it under network.robots with the reason',
  terms_not_accepted: 'write under "accept:" which of its conditions you meet',
};

/** What every source answers just now, hosts that asked for a rest left alone; and what that would give. */
export async function answerFindings(
  setting: Setting,
  rim: OpenRim,
  progress: Progress & { end(text: string): void },
): Promise<Finding[]> {
  const { now } = setting;
  const { state } = openStore(setting.dataDir).readState();
  const sources = sourcesOf(setting.config, state);
  const withFeeds = { ...setting, config: { ...setting.config, sources } };
  const limit = pLimit(mostAtOnce);
  let done = 0;
  const findings = await Promise.all(
    sources.map((source) =>
      limit(async () => {
        const known = sourceFinding(source);
        const finding =
          known.level === 'problem' || typeOf(source)?.nightly === false
            ? known
            : await answerFinding(withFeeds, source, state.sources[source.id], rim);
        done += 1;
        progress.step(done, sources.length, `asking ${source.id}`);
        return finding;
      }),
    ),
  );
  progress.end(`${count(sources.length, 'source')} asked as of ${now.toISOString().slice(0, 16)}Z`);
  return findings;
}

async function answerFinding(
  { config, now }: Setting,
  source: SourceBase,
  state: Parameters<typeof previewSource>[4],
  rim: OpenRim,
): Promise<Finding> {
  const { reading, items, mentions } = await previewSource(config, source.id, rim, now, state);
  const { status, reason, detail, notices } = reading;
  const label = `${source.id} (${typeOf(source)?.label(source) ?? source.type})`;
  const words = [detail, reason === undefined ? undefined : remedies[reason]].filter(Boolean).join('; ');
  const why = `${reason === undefined ? '' : `, ${reason}`}${words === '' ? '' : `: ${words}`}`;
  if (!answeringStatuses.includes(status)) {
    const waits = reason === 'retry_after' || reason === 'rate_limited';
    return { level: waits ? 'advice' : 'problem', text: `${label} ${status}${why}` };
  }
  if (status === 'changed') return { level: 'problem', text: `${label} answers, but ${status}${why}` };
  const { feeds } = reading.state;
  const gives =
    typeOf(source)?.listsFeeds && feeds
      ? `it names ${count(feeds.length, 'feed')}, which each night reads as sources of their own`
      : `${count(items.length, 'item')}, ${mentions.length} of them name the panel`;
  const notes = notices.length === 0 ? '' : `; ${notices.join('; ')}`;
  if (items.length > 0 && mentions.length === 0) {
    const text = `${label} answers: ${gives}. If that stays so, look at the query with \`npm run -s earshot -- try ${source.id}\`${notes}`;
    return { level: 'advice', text };
  }
  return {
    level: 'ok',
    text: `${label} answers: ${gives}${status === 'ok' ? '' : ` (${status}${why})`}${notes}`,
  };
}
