import { type Chance, chanceOf } from './chance.ts';
import { dateAt, type Story, tell } from './stories.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Stories that stood in the feeds before the first night. */
const daysBefore = 120;

/** A feed of the invented web, with its habits. */
export type MadeFeed = {
  id: string;
  /** Feeds of one host share its name. */
  host: string;
  path: string;
  format: 'rss' | 'atom' | 'json' | 'rdf';
  /** Items that it lists at most. */
  window: number;
  order: 'dated' | 'joined' | 'shuffled';
  validators: 'etag' | 'modified' | 'both' | 'restless' | 'none';
  /** What tells its items apart. */
  marks: 'own' | 'variants' | 'one link' | 'threads' | 'one guid' | 'restless guids' | 'no links';
  dates: boolean;
  gzip: boolean;
  /** Night from which on brand.yml lists it. */
  since: number;
  /** In the order in which they join the feed. */
  stories: Story[];
  /** An old story that always stands on top. */
  pinned?: Story;
  /** Days in which it also lists its archive. */
  dump?: { from: number; to: number; stories: Story[] };
};

type Kind = Partial<MadeFeed> & { perDay: number; hasPinned?: boolean; hasDump?: boolean };
const kinds = [
  { format: 'rss', window: 40, perDay: 4, marks: 'own', validators: 'both' },
  { format: 'atom', window: 25, perDay: 3, marks: 'variants', validators: 'etag' },
  { format: 'json', window: 30, perDay: 2, marks: 'own', validators: 'etag' },
  { format: 'rss', window: 20, perDay: 12, marks: 'own', validators: 'both', hasPinned: true },
  { format: 'rdf', window: 15, perDay: 1.5, marks: 'own', validators: 'modified', order: 'joined' },
  { format: 'rss', window: 50, perDay: 6, marks: 'one link', validators: 'none' },
  { format: 'rss', window: 60, perDay: 9, marks: 'threads', validators: 'etag' },
  { format: 'atom', window: 20, perDay: 0.4, marks: 'own', validators: 'both', hasDump: true },
  { format: 'rss', window: 30, perDay: 5, marks: 'one guid', validators: 'restless' },
  { format: 'rss', window: 25, perDay: 3, marks: 'restless guids', validators: 'none', order: 'shuffled' },
  { format: 'json', window: 100, perDay: 8, marks: 'no links', validators: 'etag' },
  { format: 'rss', window: 10, perDay: 8, marks: 'own', validators: 'modified' },
  { format: 'rss', window: 15, perDay: 1, marks: 'own', validators: 'etag', dates: false },
  { format: 'atom', window: 12, perDay: 0.1, marks: 'own', validators: 'both' },
] as const satisfies readonly Kind[];

type Made = { chance: Chance; first: number; last: number; code: () => string };

function linkOf(feed: MadeFeed, code: string, chance: Chance): string | undefined {
  if (feed.marks === 'no links') return undefined;
  if (feed.marks === 'one link') return `https://${feed.host}/live`;
  if (feed.marks === 'threads') {
    // Half of what is said answers something said lately, under one and the same address.
    const answered = chance.percent(50) ? chance.pick(feed.stories.slice(-15)) : undefined;
    return answered?.link ?? `https://${feed.host}/thread/${code}`;
  }
  return `https://${feed.host}/2026/${code}-in-the-news`;
}

const guidOf = (feed: MadeFeed, code: string): string | undefined =>
  feed.marks === 'one guid' ? '1' : feed.marks === 'variants' ? undefined : `${feed.id}:${code}`;

function writeStory(
  feed: MadeFeed,
  joins: number,
  spanMs: number,
  { chance, code }: Made,
  copied?: Story,
): Story {
  const word = copied?.code ?? code();
  const story: Story = {
    code: word,
    joins,
    dated: joins - chance.whole(0, 600) * 1000,
    link: copied?.link ?? linkOf(feed, word, chance),
    guid: guidOf(feed, word),
    ...(copied ? { title: copied.title, text: copied.text, names: copied.names } : tell(chance, word)),
  };
  // Some are listed long after their date; not so late that the window has gone by, which nobody could see.
  if (chance.percent(4)) story.dated = joins - Math.floor(chance.next() * Math.min(2 * dayMs, spanMs / 3));
  if (chance.percent(5)) story.edited = joins + chance.whole(1, 40) * hourMs;
  if (chance.percent(3)) {
    const from = joins + chance.whole(20, 60) * hourMs;
    story.redated = { from, to: from };
  }
  return story;
}

function writeFeed(at: number, hosts: number, made: Made): MadeFeed {
  const { chance, first, last, code } = made;
  const kind = kinds[at % kinds.length] as (typeof kinds)[number];
  const { perDay, hasPinned, hasDump, ...habits } = { hasPinned: false, hasDump: false, ...kind };
  const isNeighbour = at % 10 === 9; // some hosts have two feeds
  const feed: MadeFeed = {
    order: 'dated',
    dates: true,
    ...habits,
    id: `feed-${String(at + 1).padStart(2, '0')}`,
    host: `paper${((isNeighbour ? at - 1 : at) % hosts) + 1}.example`,
    path: `/feeds/${at + 1}`,
    gzip: chance.percent(60),
    since: at % 8 === 7 ? chance.whole(5, 30) : 0,
    stories: [],
  };
  const spanMs = (feed.window / perDay) * dayMs;
  const begins = first - Math.min(daysBefore * dayMs, Math.max(20 * dayMs, 1.5 * spanMs));
  for (let joins = begins; joins < last; ) {
    feed.stories.push(writeStory(feed, joins, spanMs, made));
    joins += Math.max(1000, Math.floor((-Math.log(1 - chance.next()) / perDay) * dayMs));
  }
  if (hasPinned) feed.pinned = { ...writeStory(feed, begins, spanMs, made), dated: first - 12 * dayMs };
  if (hasDump) {
    const from = first + chance.whole(10, 25) * dayMs;
    const stories = Array.from({ length: 300 }, (_, i) => {
      const word = code();
      const joins = Date.UTC(2019, 0, 1) + i * 17 * hourMs;
      const link = `https://${feed.host}/2019/${word}`;
      return { code: word, joins, dated: joins, link, guid: link, ...tell(chance, word) };
    });
    feed.dump = { from, to: from + 4 * dayMs, stories };
  }
  return feed;
}

/** Copies of a story in other feeds: under their own links, or leading to the one it came from. */
function syndicate(feeds: readonly MadeFeed[], { chance, code }: Made): void {
  const takers = feeds.filter(({ marks }) => marks === 'own');
  if (takers.length < 2) return;
  const originals = feeds.flatMap((feed) => (feed.marks === 'own' ? feed.stories : []));
  for (const original of originals) {
    if (!chance.percent(2)) continue;
    const taker = chance.pick(takers);
    if (taker.stories.includes(original)) continue;
    const word = chance.percent(50) ? original.code : code();
    const isSame = word === original.code;
    const joins = original.joins + chance.whole(1, 10) * hourMs;
    const link = isSame ? original.link : `https://${taker.host}/wire/${word}`;
    const title = original.title.replace(original.code, word);
    const { text, names } = original;
    taker.stories.push({ code: word, joins, dated: joins, link, guid: link, title, text, names });
  }
  for (const { stories } of takers) stories.sort((a, b) => a.joins - b.joins);
}

/** The feeds of a web, with all that they will say between two moments (milliseconds UTC). */
export function makeWorld(seed: number, options: { feeds: number; first: number; last: number }): MadeFeed[] {
  const chance = chanceOf(seed);
  let written = 0;
  const code = () => {
    written += 1;
    return `zq${written.toString(36).padStart(4, '0')}`;
  };
  const made: Made = { chance, code, ...options };
  const feeds = Array.from({ length: options.feeds }, (_, at) => writeFeed(at, options.feeds, made));
  syndicate(feeds, made);
  return feeds;
}

/** Stories looked at behind the newest, so that late and re-dated ones find their place. */
const lookedAt = 150;

/** What a feed lists at a moment, in its order. */
export function listedAt(feed: MadeFeed, at: number): Story[] {
  const { stories, window } = feed;
  let [low, high] = [0, stories.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stories[middle] as Story).joins <= at) low = middle + 1;
    else high = middle;
  }
  const near = stories.slice(Math.max(0, low - window - lookedAt), low);
  const rank = (story: Story) => (feed.order === 'joined' ? story.joins : dateAt(story, at));
  const newest = near.sort((a, b) => rank(b) - rank(a)).slice(0, window - (feed.pinned ? 1 : 0));
  if (feed.order === 'shuffled') {
    const turn = Math.floor(at / dayMs) % Math.max(1, newest.length);
    newest.push(...newest.splice(0, turn));
  }
  if (feed.pinned) newest.unshift(feed.pinned);
  if (feed.dump && at >= feed.dump.from && at < feed.dump.to) newest.push(...feed.dump.stories);
  return newest;
}
