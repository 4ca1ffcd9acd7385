/** Where the line of each key begins in its file, in bytes. */
export type KeyIndex = Map<string, number>;

const newline = 0x0a;
const closing = 0x7d;
const headBytes = 128;
// Lines as `toLine` writes them. Scores have neither `v` nor `doc`.
const head =
  /^\{(?:"v":1,)?"id":"([0-9a-f]{16})",(?:"doc":"[0-9a-f]{16}",)?"brand":(?:null|"([a-z0-9][a-z0-9-]{0,39})"),/;

/**
 * The keys of the lines of mentions or scores. Only the head of a line is looked at, since a night must not pay for
 * years of history: 365,000 lines take about 0.3 s, against 5 s for reading them in full.
 * A line that does not look like ours is read in full; a torn one has no key, so that its mention is stored again.
 */
export function indexKeys(bytes: Buffer): KeyIndex {
  const index: KeyIndex = new Map();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    const key = keyAt(bytes, start, end, found !== -1);
    if (key !== undefined && !index.has(key)) index.set(key, start);
    start = end + 1;
  }
  return index;
}

function keyAt(bytes: Buffer, start: number, end: number, whole: boolean): string | undefined {
  if (end === start) return undefined;
  if (whole && bytes[end - 1] === closing) {
    const match = head.exec(bytes.toString('latin1', start, Math.min(end, start + headBytes)));
    if (match) return `${match[1]} ${match[2] ?? ''}`;
  }
  return keyOfJson(bytes.toString('utf8', start, end));
}

function keyOfJson(text: string): string | undefined {
  try {
    const line = JSON.parse(text);
    if (typeof line?.id !== 'string') return undefined;
    if (line.brand !== null && typeof line.brand !== 'string') return undefined;
    return `${line.id} ${line.brand ?? ''}`;
  } catch {
    return undefined;
  }
}
