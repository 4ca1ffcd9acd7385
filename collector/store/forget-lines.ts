import { type Forgotten, isWithoutText, Mention, type Score } from '#contract';
import type { openForgotten } from './forgotten-file.ts';
import type { LabelsFile } from './labels-file.ts';
import { type Problem, toLine } from './lines.ts';
import type { Folder, Place } from './open-folder.ts';
import { writeAll } from './write-all.ts';

/** Hashes of what is to be forgotten: of items (`id`) and of documents (`doc`), which may stand in several sources. */
export type Marks = { ids: readonly string[]; docs: readonly string[] };
export type Removal = {
  mentions: number;
  scores: number;
  /** Rows of `labels.csv`. */
  labels: number;
  /** Damaged lines that held one of the hashes, and were taken out with the rest. */
  damaged: Place[];
};

type Folders = {
  mentions: Folder<Mention>;
  scores: Folder<Score>;
  forgotten: ReturnType<typeof openForgotten>;
  labels: LabelsFile;
};

/**
 * Takes out what bears one of the marks. The note of it is written first, so that it never comes back; then the labels, the
 * scores and last the mentions: whoever is killed in between finds the mentions again and repeats it.
 * A damaged line that holds one of the hashes is taken out too: half a line may hold a whole sentence.
 */
export function forgetLines(
  { mentions, scores, forgotten, labels }: Folders,
  marks: Marks,
  at: string,
): Removal {
  const damaged: Place[] = [];
  const ids = new Set(marks.ids);
  const docs = new Set(marks.docs);
  const removed = { mentions: 0, scores: 0, labels: 0 };
  const notes: Forgotten[] = [
    ...marks.ids.map((hash): Forgotten => ({ v: 1, at, hash, what: 'id' })),
    ...marks.docs.map((hash): Forgotten => ({ v: 1, at, hash, what: 'doc' })),
  ];
  const rewrite = (of: 'mentions' | 'scores') => (text: string, place: Place) => {
    const line = parse(text);
    const isMarked =
      line === undefined
        ? [...ids, ...docs].some((hash) => text.includes(hash))
        : ids.has(String(line.id)) || docs.has(String(line.doc));
    if (!isMarked) return undefined;
    removed[of] += 1;
    if (line === undefined) damaged.push(place);
    return null;
  };
  writeAll(
    [
      ['the note of what is forgotten', () => forgotten.prepareAppend(notes)],
      [
        'the labels',
        () => {
          const { files, rows } = labels.prepareRemoval(ids);
          removed.labels = rows;
          return files;
        },
      ],
      ['scores', () => scores.prepareRewrite(rewrite('scores'))],
      ['mentions', () => mentions.prepareRewrite(rewrite('mentions'))],
    ],
    [],
  );
  return { ...removed, damaged };
}

/** A mention without its words and link: what figures need of it stays. */
export const withoutText = (mention: Mention): Mention => ({ ...mention, url: null, title: '', excerpt: '' });

/** `unread`: lines of that time that cannot be read, and so may still hold words. */
export function stripLines(
  mentions: Folder<Mention>,
  before: string,
): { stripped: number; unread: Problem[] } {
  const unread: Problem[] = [];
  let stripped = 0;
  const rewrite = (text: string, place: Place): string | undefined => {
    if (text.trim() === '') return undefined;
    const parsed = Mention.safeParse(parse(text));
    if (!parsed.success) unread.push({ ...place, why: 'cannot be read, and may still hold words' });
    if (!parsed.success || isWithoutText(parsed.data)) return undefined;
    stripped += 1;
    return toLine(Mention, withoutText(parsed.data), 'mentions').trimEnd();
  };
  writeAll([['mentions', () => mentions.prepareRewrite(rewrite, before)]], []);
  return { stripped, unread };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const line = JSON.parse(text);
    return typeof line === 'object' && line !== null ? line : undefined;
  } catch {
    return undefined;
  }
}
