/** Gets the sets that the weights of tone were made from out of their public addresses, for `npm run train -- --fetch FOLDER`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { rebuild } from '../collector/enrich/tone/train/fetch/rebuild.ts';
import { readSetFiles, type SetFile } from '../collector/enrich/tone/train/fetch/set-files.ts';
import { type PublicSource, publicSources } from '../collector/enrich/tone/train/fetch/sources.ts';
import { readProxies } from '../collector/http/proxy.ts';
import { openDoor } from '../collector/http.ts';
import type { Door } from '../collector/types.ts';

const notedFiles = join(import.meta.dirname, '../collector/enrich/tone/train/fetch/set-files.bin');
/** What is known of the files of the sets. */
export const knownSetFiles = (): SetFile[] => readSetFiles(readFileSync(notedFiles));

/** The lines of a source, or a sentence on why there are none. */
async function linesOf({ files }: PublicSource, door: Door): Promise<string[] | string> {
  const lines: string[][] = [];
  for (const { url, read } of files) {
    const answer = await door({ url, accept: '*/*' });
    if (answer.kind !== 'answer')
      return `${url}: ${answer.kind === 'failure' ? answer.detail : 'answered nothing'}`;
    if (!answer.whole) return `${url}: broke off`;
    try {
      lines.push(read(answer.body));
    } catch (error) {
      return `${url}: is not in the form it had (${error instanceof Error ? error.message : error})`;
    }
  }
  return lines.flat();
}

/**
 * Asks each source, and writes those files of its sets that come out the same to the byte as those that the weights were made
 * from; another is named and not written. Gives the number of files that are missing.
 */
export async function fetchSets(
  folder: string,
  {
    sources,
    files,
    door,
    tell,
  }: {
    sources: readonly PublicSource[];
    files: readonly SetFile[];
    door: Door;
    tell: (text: string) => void;
  },
): Promise<number> {
  let missing = 0;
  for (const source of sources) {
    const own = files.filter(({ file }) => source.sets.includes(dirname(file)));
    tell(
      `${source.name}: asking for ${source.files.length === 1 ? 'one file' : `${source.files.length} files`}`,
    );
    const lines = await linesOf(source, door);
    if (typeof lines === 'string') {
      missing += own.length;
      tell(`  not written: ${own.map(({ file }) => file).join(', ')}. ${lines}`);
      continue;
    }
    for (const one of rebuild(own, lines)) {
      if ('why' in one) {
        missing += 1;
        tell(`  ${one.file}: not written. ${one.why}`);
        continue;
      }
      const path = join(folder, one.file);
      mkdirSync(dirname(path), { recursive: true });
      await writeFileAtomic(path, one.text);
      tell(`  ${one.file}: the same as it was`);
    }
  }
  return missing;
}

/** Fetches all sets of the NOTICE by the rules of the door. Gives the exit code: 1 where a file is missing. */
export async function fetchPublicSets(folder: string): Promise<0 | 1> {
  const proxies = readProxies(process.env);
  if (proxies && 'error' in proxies) {
    console.error(proxies.error);
    return 1;
  }
  const door = openDoor({
    userAgent: 'Earshot (fetching texts to train with; a private copy)',
    allowPrivate: [],
    allowHttp: [],
    now: () => new Date(),
    elapsedMs: () => performance.now(),
    deadlines: { headersMs: 30_000, totalMs: 300_000 },
    ...(proxies ? { proxies } : {}),
  });
  const files = knownSetFiles();
  const missing = await fetchSets(folder, { sources: publicSources, files, door, tell: console.log });
  await door.close();
  console.log(
    missing === 0
      ? `All ${files.length} files are the same as those that the weights were made from: npm run train -- ${folder}`
      : `${missing} of ${files.length} files are missing: what is learned without them is not what is shipped.`,
  );
  return missing === 0 ? 0 : 1;
}
