import { instant, type Mention, Month } from '#contract';
import { canonicalUrl, urlKey } from '../normalise/canonical-url.ts';
import { docOfLink } from '../normalise/identity.ts';
import { openStore } from '../store/open-store.ts';
import { count } from './query-report.ts';
import { type CommonOptions, readSetting } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

export type ForgetOptions = CommonOptions & { all?: boolean; before?: string };

/**
 * `earshot forget <id|link|text>`: takes mentions and their scores out of the lines, all brands and all sources of the same
 * document, and leaves a hash so that they are not collected again. `--before MONTH` instead takes words and links out of
 * what was first seen earlier, and keeps what figures need.
 */
export async function forgetCommand(
  what: string | undefined,
  options: ForgetOptions,
  world: World,
): Promise<ExitCode> {
  if ((what === undefined) === (options.before === undefined))
    throw new CommandError('name an id, a link or a text to forget, or a month with --before 2025-01');
  const setting = await readSetting(options, world);
  if (setting.demo) throw new CommandError('the lines are those of the demo: nobody wrote them');
  const tell = (text: string) => world.err(plainLine(text));
  const store = openStore(setting.dataDir);
  if (options.before !== undefined) return stripBefore(options.before);

  const found = matching(store.readMentions().lines, what as string);
  const docs = [...new Set(found.map(({ doc }) => doc))];
  if (found.length === 0) {
    const link = linkGiven(what as string);
    const hash = hashGiven(what as string) ?? (link && docOfLink(link));
    const isNoted = hash !== undefined && store.forgotten().has({ id: hash, doc: hash });
    throw new CommandError(
      isNoted ? 'it was forgotten before, and nothing of it is left' : 'no mention has this id, link or text',
    );
  }
  for (const mention of found.slice(0, mostShown)) tell(shown(mention));
  if (found.length > mostShown) tell(`… and ${found.length - mostShown} more`);
  if (docs.length > 1 && !options.all)
    throw new CommandError(
      `${docs.length} items match: name the id of one of them, or take all of them with --all`,
    );
  const ids = [...new Set(found.map(({ id }) => id))];
  if (options.dryRun) {
    tell(`${lines(found.length)} would go; nothing was written (--dry-run)`);
    if (options.json) world.out(`${JSON.stringify({ dryRun: true, ids, docs }, null, 2)}\n`);
    return 0;
  }
  const removed = await store.forget({ ids, docs }, instant(setting.now));
  tell(
    `${lines(removed.mentions)} and ${removed.scores} of their scores are taken out, and will not be collected again.`,
  );
  if (removed.labels > 0) tell(`${count(removed.labels, 'row')} of labels.csv spoke of them: taken out too.`);
  for (const { file, line } of removed.damaged)
    tell(`data/${file}:${line} was damaged and held it: taken out`);
  for (const text of aboutHistory) tell(text);
  if (options.json) world.out(`${JSON.stringify({ dryRun: false, ids, docs, ...removed }, null, 2)}\n`);
  return 0;

  async function stripBefore(month: string): Promise<ExitCode> {
    if (!Month.safeParse(month).success)
      throw new CommandError(`--before "${month}" is no month; write it as 2025-01`);
    if (options.dryRun) {
      const old = store.readMentions().lines.filter(({ firstSeenAt }) => firstSeenAt < month);
      tell(`${lines(old.length)} would lose their words and links; nothing was written (--dry-run)`);
      if (options.json) world.out(`${JSON.stringify({ dryRun: true, mentions: old.length }, null, 2)}\n`);
      return 0;
    }
    const { stripped, unread } = await store.strip(month);
    tell(
      `${lines(stripped)} first seen before ${month} have no words and links any more; the figures stay as they are.`,
    );
    for (const { file, line, why } of unread) tell(`data/${file}:${line} ${why}: mend or delete that line`);
    for (const text of aboutHistory) tell(text);
    if (options.json) world.out(`${JSON.stringify({ dryRun: false, stripped, unread }, null, 2)}\n`);
    return 0;
  }
}

const mostShown = 40;
const lines = (count: number) => `${count} mention${count === 1 ? '' : 's'}`;

const shown = ({ id, brand, source, publishedAt, title, excerpt, url }: Mention): string =>
  `${id}  ${publishedAt.slice(0, 10)}  ${source}  ${brand ?? 'category'}  ${(title || excerpt).slice(0, 80)}  ${url ?? ''}`;

const hashGiven = (what: string): string | undefined => (/^[0-9a-f]{16}$/.test(what) ? what : undefined);

/** The canonical link; undefined where this is no link. */
function linkGiven(what: string): string | undefined {
  if (!/^https?:\/\//i.test(what)) return undefined;
  const link = canonicalUrl(what, what);
  return link !== undefined && 'url' in link ? link.url : undefined;
}

/** The mentions that are meant, and those of the same documents in other sources and of other brands. */
export function matching(mentions: readonly Mention[], what: string): Mention[] {
  const hash = hashGiven(what);
  const link = linkGiven(what);
  const text = what.trim().toLowerCase();
  const linkKey = link && urlKey(link);
  // A line that lost its link is still known by the hash of it.
  const linkDoc = link && docOfLink(link);
  const isMeant = ({ id, doc, url, title, excerpt }: Mention): boolean => {
    if (hash !== undefined) return id === hash || doc === hash;
    if (link !== undefined) return url === null ? doc === linkDoc : urlKey(url) === linkKey;
    return text !== '' && [title, excerpt, url ?? ''].some((field) => field.toLowerCase().includes(text));
  };
  const docs = new Set(mentions.filter(isMeant).map(({ doc }) => doc));
  return mentions.filter(({ doc }) => docs.has(doc));
}

const aboutHistory = [
  'Commit and push it: git add data && git commit -m "data: forget" && git push. Then run the nightly workflow, so that the page is built without it.',
  "git's history still holds what was there. To take it out of that too, in a fresh clone: write the titles, excerpts and links that must go into words.txt, one a line; then",
  '  git filter-repo --replace-text words.txt, and git push --force --all. For everything that old lines ever said:',
  '  git filter-repo --invert-paths --path data/mentions, then put the folder of today back, commit it and push with --force.',
  'Forks, clones, caches and web archives keep their copies until they are asked; GitHub Support removes cached views of a repository.',
];
