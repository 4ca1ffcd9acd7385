import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { configOf } from '#contract';
import { loadConfig, showError } from '../config/load-config.ts';
import { sourceSchema, sourceTypes } from '../sources/registry.ts';
import { checkQueries } from './check-queries.ts';
import { checkThemes } from './check-themes.ts';
import { type HomePage, readHomePage, usualFeedPaths } from './home-page.ts';
import { type Answers, idOf, propose, writeConfig } from './init-config.ts';
import type { Interview } from './interview.ts';
import { type OpenRim, openRim } from './rim.ts';
import { type CommonOptions, demoPlace } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

export type InitOptions = CommonOptions & {
  name?: string;
  id?: string;
  home?: string;
  also?: string[];
  context?: string[];
  none?: string[];
  competitor?: string[];
  article?: string[];
  feed?: string[];
  zone?: string;
  locale?: string;
  contact?: string;
  yes?: boolean;
  force?: boolean;
};

/**
 * `earshot init`: asks for the brand, looks on its home page for feeds and places, proposes sources, and writes a
 * commented brand.yml. Without a terminal, or with --yes, the flags are the answers and every usual proposal is taken.
 */
export async function initCommand(
  options: InitOptions,
  world: World,
  interview?: Interview,
): Promise<ExitCode> {
  const file = resolve(world.cwd, options.config);
  refuseOverwriting(file, options, world);
  const asks = interview ?? (await interviewFor(options, world));
  if (!asks && !options.name) {
    throw new CommandError(
      'init asks its questions on a terminal; without one, say at least --name "Your Brand" (--help lists the other answers)',
    );
  }
  const rim = await openRim({ configDir: dirname(file) }, options, world);
  try {
    const answers = await answersOf(options, asks, rim, world);
    const text = writeConfig(answers);
    const shown = relative(world.cwd, file) || options.config;
    const loaded = loadConfig(text, shown, configOf(sourceSchema), [checkQueries, checkThemes]);
    if (!loaded.ok) {
      throw new CommandError(
        `with these answers brand.yml would be wrong, so it was not written:\n${loaded.errors.map(showError).join('\n')}`,
      );
    }
    if (options.dryRun !== true) await writeFileAtomic(file, text);
    if (options.json) world.out(`${JSON.stringify({ file: shown, config: loaded.config, text }, null, 2)}\n`);
    else if (options.dryRun) world.out(text);
    const { length } = loaded.config.sources;
    for (const line of [
      options.dryRun
        ? `${shown} was not written (--dry-run)`
        : `${shown} is written: ${length} source${length === 1 ? '' : 's'} for ${answers.name}`,
      'Next: `npm run -s earshot -- doctor` asks every source and says what is left to do; `npm start` shows the page.',
    ])
      world.err(plainLine(line));
    return 0;
  } finally {
    await rim.close();
  }
}

async function interviewFor(options: InitOptions, world: World): Promise<Interview | undefined> {
  if (options.yes || options.json || !world.terminal) return undefined;
  return (await import('./interview.ts')).interviewOnTerminal();
}

/** A config that somebody wrote is not replaced unless they say so; the starter, which names the demo brand, is. */
function refuseOverwriting(file: string, { config, force, dryRun }: InitOptions, world: World): void {
  if (force || dryRun || !existsSync(file)) return;
  const read = (path: string) =>
    existsSync(path)
      ? loadConfig(readFileSync(path, 'utf8'), path, configOf(sourceSchema), [checkQueries, checkThemes])
      : undefined;
  const [own, demo] = [read(file), read(join(world.root, demoPlace.config))];
  const isStarter = own?.ok && demo?.ok && own.config.brand.id === demo.config.brand.id;
  if (isStarter) return;
  const whose = own?.ok ? `names ${own.config.brand.name}` : 'holds something already';
  throw new CommandError(`${config} ${whose}; --force replaces it, --dry-run shows what would be written`);
}

async function answersOf(
  options: InitOptions,
  asks: Interview | undefined,
  rim: OpenRim,
  world: World,
): Promise<Answers> {
  const name =
    options.name ??
    (await asks?.text('What is the brand called, as people write it?', { check: nameCheck })) ??
    '';
  const wrong = nameCheck(name);
  if (wrong) throw new CommandError(`--name: ${wrong}`);
  const usualId = idOf(name);
  const id =
    options.id ??
    (usualId ||
      (await asks?.text('A short id for the data files: small letters, digits, hyphens', {
        check: idCheck,
      })) ||
      '');
  const wrongId = idCheck(id);
  if (wrongId) throw new CommandError(`--id: ${wrongId}`);

  const home = options.home ?? (await asks?.text('Its home page? (empty: none)')) ?? '';
  const address = home === '' ? undefined : addressOf(home);
  if (home !== '' && !address) throw new CommandError(`--home "${home}" is no address: https://example.com`);
  const found = address ? await lookAt(address, rim, world) : undefined;

  const list = async (given: string[] | undefined, question: string) =>
    given ?? split((await asks?.text(question)) ?? '');
  const also = await list(
    options.also,
    'Other ways in which people write it, with commas between? (empty: none)',
  );
  const context = await list(
    options.context,
    name.trim().includes(' ')
      ? 'If the name may mean other things: words of which one must stand in the same text (empty: none)'
      : `"${name}" is a single word, which may mean other things. Words of which one must stand in the same text (empty: none)`,
  );
  if (!asks && !name.trim().includes(' ') && context.length === 0) {
    world.err(
      plainLine(
        `"${name}" is a single word: if it means other things too, name --context words that stand beside it`,
      ),
    );
  }
  const competitors = await list(options.competitor, 'Competitors, with commas between? (empty: none)');
  const articles = options.article ?? found?.page?.wikipedia ?? [];
  const named = (options.feed ?? []).map((url) => ({ url, title: '', own: false }));
  const feeds = [...(found?.feeds ?? []), ...named];
  const proposals = propose(found?.page, feeds, Object.keys(sourceTypes), articles, id);
  const picked = asks
    ? await asks.choose(
        'What shall be read every night?',
        proposals.map(({ settings, why, picked }, value) => ({
          value,
          label: `${settings.type}: ${why}`,
          picked,
        })),
      )
    : proposals.flatMap(({ picked }, at) => (picked ? [at] : []));
  if (asks && found?.page) tellApps(asks, found.page);
  const contact =
    options.contact ??
    (await asks?.text('An address on every page, for whoever wants a mention removed? (empty: none yet)')) ??
    '';
  const here = new Intl.DateTimeFormat().resolvedOptions();
  const zone =
    options.zone ??
    (await asks?.text('Time zone of days and weeks?', { usual: here.timeZone || 'UTC' })) ??
    'UTC';
  return {
    name: name.trim(),
    id,
    also,
    context,
    none: options.none ?? [],
    competitors,
    articles,
    zone,
    locale: options.locale ?? found?.page?.language ?? 'en-GB',
    ...(contact === '' ? {} : { contact }),
    sources: picked.flatMap((at) => proposals[at] ?? []),
  };
}

const nameCheck = (name: string): string | undefined => {
  if (name.trim() === '') return 'a name is needed';
  if (name.trim().length > 80) return 'at most 80 characters';
  return undefined;
};
const idCheck = (id: string): string | undefined =>
  /^[a-z0-9][a-z0-9-]{0,39}$/.test(id)
    ? undefined
    : 'small letters, digits and hyphens, at most 40, such as northwind';

const split = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** `example.com` as people type it. */
function addressOf(home: string): string | undefined {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(home) ? home : `https://${home}`;
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined;
}

type Found = { page?: HomePage; feeds: { url: string; title: string; own: boolean }[] };

/** The home page and its feeds: those that it declares, else those that stand where feeds usually are. */
async function lookAt(address: string, rim: OpenRim, world: World): Promise<Found> {
  world.err(plainLine(`looking at ${address} …`));
  const reply = await rim.door({ url: address, accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5' });
  if (reply.kind !== 'answer') {
    const why = reply.kind === 'failure' ? reply.detail : 'it sent nothing new';
    world.err(plainLine(`the home page can't be read (${why}); its feeds can be named with --feed`));
    return { feeds: [] };
  }
  const page = readHomePage(new TextDecoder().decode(reply.body), reply.url);
  const declared = page.feeds.length > 0;
  const candidates = declared
    ? page.feeds
    : usualFeedPaths.map((path) => ({ url: new URL(path, reply.url).href, title: '' }));
  const feeds: Found['feeds'] = [];
  for (const { url, title } of candidates) {
    const read = await readFeed(url, rim);
    if (typeof read === 'string') {
      if (declared) world.err(plainLine(`${url}: ${read}`));
      continue;
    }
    feeds.push({ url: read.url, title: title || `${read.items} items`, own: true });
    world.err(plainLine(`${read.url}: a feed of ${read.items} items`));
    if (!declared) break; // one feed under its usual addresses is the same feed
  }
  return { page, feeds };
}

/** A feed as it answers, under the address that it answers from; or what is wrong with it. */
async function readFeed(url: string, rim: OpenRim): Promise<{ url: string; items: number } | string> {
  const reply = await rim.door({ url });
  if (reply.kind !== 'answer') return reply.kind === 'failure' ? reply.detail : 'it sent nothing new';
  const nobody = { since: new Date(0), now: new Date(0), brands: [], secrets: {} };
  const read = sourceTypes.feed.read(reply, { id: 'feed', type: 'feed', url }, nobody);
  return 'items' in read ? { url: reply.url, items: read.items.length } : read.detail;
}

function tellApps(asks: Interview, page: HomePage): void {
  const apps = [
    ...page.appStore.map(({ app }) => `App Store: app ${app}`),
    ...page.googlePlay.map((id) => `Google Play: ${id}`),
  ];
  if (apps.length === 0) return;
  asks.tell('Your apps', [
    ...apps,
    'Their reviews come by the official ways, with keys among the secrets of the repository: see the comments in brand.yml.',
  ]);
}
