import type { Mention, Run } from '#contract';
import { makeCalendar } from '../../collector/measure/calendar.ts';
import { coverageDays } from '../../collector/measure/coverage-days.ts';
import { type Fault, faults } from './faults.ts';
import { type Handed, isRestful, type Truth } from './hosts.ts';
import type { Asked } from './server.ts';
import { listedAt, type MadeFeed } from './world.ts';
import type { RunAt } from './year.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A run that begins a little early is not held against it: waits are noted in whole seconds. */
const toleranceMs = 1000;

export type Year = {
  feeds: readonly MadeFeed[];
  runs: readonly RunAt[];
  plan: readonly (readonly (Fault | undefined)[])[];
  truth: Truth;
  log: readonly Asked[];
  mentions: readonly Mention[];
  ledger: readonly Run[];
  problems: readonly string[];
};
/** A number of the year beside the bound that it has to keep. */
export type Measure = { name: string; value: string; bound: string; kept: boolean };
export type Verdict = { measures: Measure[] /** Examples of what broke a bound. */; examples: string[] };

const healthy = ['ok', 'not_modified', 'not_modified same_bytes', 'empty', 'capped window_overflow'];
const told = ({ status, reason }: Run): string => (reason === undefined ? status : `${status} ${reason}`);
const codeIn = (text: string): string => /\bzq[0-9a-z]{4,}/.exec(text)?.[0] ?? '';
const dayOf = (ms: number): number => Math.floor(ms / dayMs);
const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${((100 * part) / of).toFixed(3)} %`;

/** Whether a line leads where the story does, however its address was spelt that night. */
function leadsTo({ url }: Mention, link: string | undefined): boolean {
  if (link === undefined || url === null) return link === undefined && url === null;
  const path = (address: string) => new URL(address).pathname.replace(/\/(amp)?$/, '');
  return path(url) === path(link);
}

/** Holds what was stored against what the web said. */
export function judgeYear(year: Year): Verdict {
  const examples: string[] = [];
  const note = (text: string) => {
    if (examples.length < 60) examples.push(text);
  };
  const measures = [
    ...judgeMentions(year, note),
    ...judgeLedger(year, note),
    ...judgeCoverage(year, note),
    ...judgeManners(year, note),
    atMost('Places in the data that cannot be read', year.problems.length, 0),
  ];
  return { measures, examples };
}

const atMost = (name: string, value: number, most: number): Measure => ({
  name,
  value: String(value),
  bound: `at most ${most}`,
  kept: value <= most,
});
const share = (name: string, part: number, of: number, least: number): Measure => ({
  name,
  value: `${percent(part, of)} (${part} of ${of})`,
  bound: `at least ${(100 * least).toFixed(1)} %`,
  kept: of > 0 && part >= least * of,
});

/** Every mention that a whole answer held is stored once, on its day, and nothing else is. */
function judgeMentions({ truth, mentions }: Year, note: (text: string) => void): Measure[] {
  const stored = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.source} ${codeIn(mention.title)} ${mention.brand}`;
    stored.set(key, [...(stored.get(key) ?? []), mention]);
  }
  let [wanted, found, right] = [0, 0, 0];
  for (const [source, handed] of truth.handed) {
    for (const [code, { story, moments, whole }] of handed) {
      for (const brand of story.names) {
        const key = `${source} ${code} ${brand}`;
        const lines = stored.get(key) ?? [];
        const onItsDay = lines.some(
          (line) =>
            moments.has(line.publishedAt.slice(0, 19)) && leadsTo(line, story.link) && line.excerpt !== '',
        );
        if (whole) wanted += 1;
        if (whole && onItsDay) found += 1;
        if (whole && !onItsDay)
          note(
            `missing: ${key} of ${[...moments]}: ${lines.map((line) => `${line.publishedAt} ${line.url}`)}`,
          );
        if (onItsDay) right += 1;
        if (lines.length > 1)
          note(`doubled: ${key} ${lines.map((line) => `${line.firstSeenAt} ${line.url}`)}`);
      }
    }
  }
  for (const key of stored.keys()) {
    const [source = '', code = '', brand = ''] = key.split(' ');
    const story = truth.handed.get(source)?.get(code)?.story;
    if (!story?.names.includes(brand))
      note(`never said: ${key} ${story?.title} ${story?.text.slice(0, 300)}`);
  }
  return [
    share(
      'Recall: mentions that were handed out whole and are stored with their moment and link',
      found,
      wanted,
      0.995,
    ),
    share('Precision: stored lines that are such a mention, once', right, mentions.length, 0.995),
  ];
}

/** Each run has one line for each source, and it tells what happened. */
function judgeLedger(year: Year, note: (text: string) => void): Measure[] {
  const { feeds, runs, plan, ledger } = year;
  const lines = Map.groupBy(ledger, ({ at, source }) => `${at} ${source}`);
  let [wanted, once, rightly, faulty] = [0, 0, 0, 0];
  for (const [run, { at, night }] of runs.entries()) {
    for (const [place, feed] of feeds.entries()) {
      if (feed.since > night) continue;
      wanted += 1;
      const key = `${new Date(at).toISOString().replace('.000', '')} ${feed.id}`;
      const [line, ...others] = lines.get(key) ?? [];
      if (line && others.length === 0) once += 1;
      const fault = plan[place]?.[run];
      if (fault) faulty += 1;
      const allowed: string[] = [...(fault ? faults[fault.kind].tells : healthy)];
      if (line && restsWithin(year, feed, run)) allowed.push('refused retry_after');
      if (line && allowed.includes(told(line))) rightly += 1;
      else note(`line: ${key} ${fault?.kind ?? 'healthy'} → ${line ? told(line) : 'none'}`);
    }
  }
  return [
    share('Source-nights with exactly one line', once, wanted, 1),
    atMost('Lines of no source-night', ledger.length - once, 0),
    share('Lines whose status and reason are what happened', rightly, wanted, 0.995),
    {
      name: 'Source-nights with a fault',
      value: percent(faulty, wanted),
      bound: 'about a third',
      kept: Math.abs(faulty / wanted - 1 / 3) < 0.05,
    },
  ];
}

/** Whether the host may be left alone at a run, for what it said tonight or in the week before. */
function restsWithin({ feeds, runs, plan }: Year, { host }: MadeFeed, run: number): boolean {
  const now = (runs[run] as RunAt).at;
  return feeds.some(
    (feed, place) =>
      feed.host === host &&
      plan[place]?.some((fault, at) => {
        const when = (runs[at] as RunAt).at;
        return fault && isRestful(fault.kind) && at <= run && now - when <= 7 * dayMs + hourMs;
      }),
  );
}

/** A day on which something was lost is a gap; one on which nothing was is covered. */
function judgeCoverage({ feeds, runs, truth, ledger }: Year, note: (text: string) => void): Measure[] {
  const calendar = makeCalendar({ zone: 'UTC', weekStart: 'monday' });
  const covered = coverageDays(ledger, calendar);
  const end = (runs.at(-1) as RunAt).at;
  let [lost, unseen, falsely, whole, wholeCovered] = [0, 0, 0, 0, 0];
  for (const feed of feeds) {
    const handed = truth.handed.get(feed.id) as Map<string, Handed>;
    const isCovered = (day: number) =>
      covered.get(feed.id)?.covered.some(([from, to]) => day >= from && day <= to) ?? false;
    const holes = new Set<number>();
    for (const story of feed.stories) {
      if (handed.has(story.code) || story.joins > end) continue;
      const day = dayOf(feed.dates ? story.dated : story.joins);
      const rank = listedAt(feed, story.joins).indexOf(story);
      if (rank === -1) continue; // never listed: nobody could know of it
      holes.add(day);
      lost += 1;
      if (!isCovered(day)) continue;
      // Put in behind what was seen already, and pushed out before the next look: nobody could know of it either.
      if (story.joins - story.dated > hourMs) {
        unseen += 1;
        continue;
      }
      falsely += 1;
      note(`false cover: ${feed.id} ${feed.marks} ${new Date(story.joins).toISOString()} ${story.code}`);
    }
    const answered = ledger.filter((line) => line.source === feed.id && line.coversTo !== undefined);
    const [from, to] = [answered[0]?.at, answered.at(-1)?.at].map((at) => dayOf(Date.parse(at ?? '')));
    for (let day = (from ?? 0) + 1; day < (to ?? 0); day++) {
      if (holes.has(day)) continue;
      whole += 1;
      if (isCovered(day)) wholeCovered += 1;
    }
  }
  return [
    atMost('Items lost on a day that is called covered (false zeros)', falsely, 0),
    {
      name: 'Items that ran out of their feed unread',
      value: String(lost),
      bound: 'as the faults have it',
      kept: true,
    },
    {
      name: '… of these, slipped in late on a covered day',
      value: String(unseen),
      bound: 'nobody could know',
      kept: true,
    },
    share('Days without a loss that are covered', wholeCovered, whole, 0.95),
  ];
}

/** What the hosts saw. */
function judgeManners({ feeds, truth, log }: Year, note: (text: string) => void): Measure[] {
  // What one address asks for is not asked of its neighbours on another night.
  const isAlone = (name: string) => feeds.filter(({ host }) => host === name).length === 1;
  const crowded = log.filter(({ inFlight }) => inFlight > 1);
  for (const asked of crowded) note(`in flight: ${asked.host} ${asked.path} ${asked.inFlight}`);
  const early = truth.restUntil.flatMap(({ host, path, from, until, why }) =>
    log
      .filter(({ host: asked, path: at, at: when }) => {
        const isMeant = asked === host && (at === path || (isAlone(host) && at === '/robots.txt'));
        return isMeant && when.getTime() > from && when.getTime() < until - toleranceMs;
      })
      .map((asked) => {
        note(
          `asked early: ${asked.host}${asked.path} ${asked.at.toISOString()}; ${why} of ${new Date(from).toISOString()}`,
        );
        return asked;
      }),
  );
  const withCookie = log.filter(
    ({ headers }) => headers.cookie !== undefined || headers.authorization !== undefined,
  );
  const unnamed = log.filter(({ headers }) => !headers['user-agent']?.startsWith('Earshot/'));
  const robotsAsked = new Set(
    log.filter(({ path }) => path === '/robots.txt').map(({ host, at }) => `${host} ${at.getTime()}`),
  );
  const paths = new Set(feeds.map(({ path }) => path));
  const unasked = log.filter(
    ({ host, path, at }) => paths.has(path) && !robotsAsked.has(`${host} ${at.getTime()}`),
  );
  const { wanted, sent, afterBreak } = truth.conditional;
  return [
    atMost('Requests while another was in flight at the host', crowded.length, 0),
    atMost('Requests before Retry-After, or within a week of 410', early.length, 0),
    atMost('Requests with a cookie or a login', withCookie.length, 0),
    atMost('Requests that do not say who asks', unnamed.length, 0),
    atMost('Feeds asked for in a run without robots.txt', unasked.length, 0),
    share('Conditional requests where a validator was offered', sent, wanted, 0.95),
    {
      name: '… and unconditional after a broken answer, as they should be',
      value: String(afterBreak),
      bound: '–',
      kept: true,
    },
    { name: 'Requests', value: String(log.length), bound: '–', kept: true },
  ];
}
