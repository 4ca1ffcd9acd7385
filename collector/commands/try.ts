import { instant } from '#contract';
import { previewSource } from '../preview-source.ts';
import { sourcesOf } from '../sources/sources-of.ts';
import { openStore } from '../store/open-store.ts';
import { count } from './query-report.ts';
import { openRim } from './rim.ts';
import { type CommonOptions, readSetting } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

const mostShown = 10;

/** `earshot try <source-id>`: one source as it answers now, and what would be kept of it. */
export async function tryCommand(id: string, options: CommonOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const sources = sourcesOf(setting.config, openStore(setting.dataDir).readState().state);
  if (!sources.some((source) => source.id === id)) {
    const known = sources.map((source) => source.id).join(', ') || 'none yet';
    throw new CommandError(`no source has the id "${id}"; there are: ${known}`);
  }
  if (setting.demo) throw new CommandError("the demo's sources are invented and cannot be tried one by one");
  const { close, ...rim } = await openRim(setting, options, world);
  try {
    const { reading, items, mentions, dropped } = await previewSource(
      { ...setting.config, sources },
      id,
      rim,
      setting.now,
    );
    const { status, reason, detail, http, bytes } = reading;
    if (options.json) {
      world.out(
        `${JSON.stringify({ source: id, status, reason, detail, http, bytes, items, mentions, dropped }, null, 2)}\n`,
      );
    }
    world.err(plainLine(`${id}: ${status}${reason ? `, ${reason}` : ''}${detail ? `: ${detail}` : ''}`));
    world.err(
      plainLine(`${count(items.length, 'item')}, ${count(mentions.length, 'mention')}; nothing was written`),
    );
    for (const { id: feed, url } of reading.state.feeds ?? []) world.err(plainLine(`lists ${feed}  ${url}`));
    for (const notice of reading.notices) world.err(plainLine(notice));
    for (const [why, count] of Object.entries(dropped)) world.err(plainLine(`${count} left out: ${why}`));
    for (const mention of mentions.slice(0, mostShown)) {
      world.err(
        plainLine(
          `${mention.publishedAt.slice(0, 10)}  ${mention.brand ?? '–'}  ${mention.title || mention.excerpt}`,
        ),
      );
    }
    for (const item of mentions.length === 0 ? items.slice(0, mostShown) : []) {
      world.err(plainLine(`${instant(item.publishedAt).slice(0, 10)}  (kept for no brand)  ${item.title}`));
    }
    return status === 'failed' || status === 'refused' || status === 'changed' ? 2 : 0;
  } finally {
    await close();
  }
}
