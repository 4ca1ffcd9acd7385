/** Turns raw log-odds into probabilities that come true as often as they say: `scale * odds + shift`, then softmax. */
export type Calibration = { scale: number; negative: number; positive: number };

/** Groups of sources as the model knows them, in the order of its weights; `any` is a source of no known group. */
export const toneGroups = ['any', 'news', 'social', 'reviews'] as const;
export type ToneGroup = (typeof toneGroups)[number];

/** One linear model: log-odds of negative and of positive against neutral. */
export type LinearWeights = {
  /** A byte a bucket: the high four bits for negative, the low four for positive, each a step of -7 … 7, and 8. */
  table: Uint8Array;
  /** What the outermost step stands for; steps grow as their square, since most weights are small. */
  most: { negative: number; positive: number };
  /** Two a number of the text, first those that all groups share, then what each group adds. */
  dense: number[];
  calibration: Record<ToneGroup, Calibration>;
};

export type Weights = {
  version: string;
  lexicon: { hashes: Uint32Array; ratings: Int8Array };
  /** For whole texts, and for what is said toward a name. */
  whole: LinearWeights;
  toward: LinearWeights;
  /** Share of the model of what is said toward a name, beside the tone of its clauses. */
  towardShare: number;
  /** Shares of negative, neutral and positive that a group's calibration for whole texts stands on. */
  priors: Record<ToneGroup, [number, number, number]>;
};

/** Ratings of the lexicon are kept in steps of a twentieth. */
export const ratingSteps = 20;
export const outermostStep = 7;

type Head = {
  version: string;
  lexicon: number;
  towardShare: number;
  priors: Weights['priors'];
  whole: Omit<LinearWeights, 'table'> & { size: number };
  toward: Omit<LinearWeights, 'table'> & { size: number };
};

/**
 * The file: length of the head (4 bytes, little-endian), the head as JSON, hashes of the lexicon (4 bytes each, little-endian),
 * its ratings (1 byte each), the table for whole texts and that toward a name (1 byte a bucket).
 */
export function packWeights({ version, lexicon, whole, toward, towardShare, priors }: Weights): Uint8Array {
  const headOf = ({ table, ...rest }: LinearWeights) => ({ ...rest, size: table.length });
  const head: Head = {
    version,
    lexicon: lexicon.hashes.length,
    towardShare,
    priors,
    whole: headOf(whole),
    toward: headOf(toward),
  };
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const hashes = Buffer.alloc(lexicon.hashes.length * 4);
  for (const [at, hash] of lexicon.hashes.entries()) hashes.writeUInt32LE(hash, at * 4);
  return Buffer.concat([
    length,
    text,
    hashes,
    Buffer.from(lexicon.ratings.buffer),
    whole.table,
    toward.table,
  ]);
}

/** Reads what `packWeights` wrote; throws where the file is not whole. */
export function readWeights(file: Uint8Array): Weights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headEnd = 4 + view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(file.subarray(4, headEnd))) as Head;
  const ratingsAt = headEnd + head.lexicon * 4;
  const wholeAt = ratingsAt + head.lexicon;
  const towardAt = wholeAt + head.whole.size;
  const end = towardAt + head.toward.size;
  if (file.length !== end) throw new Error(`weights of tone: ${file.length} bytes, of ${end}`);
  const { size: wholeSize, ...whole } = head.whole;
  const { size: towardSize, ...toward } = head.toward;
  return {
    version: head.version,
    towardShare: head.towardShare,
    priors: head.priors,
    lexicon: {
      hashes: Uint32Array.from({ length: head.lexicon }, (_, at) => view.getUint32(headEnd + at * 4, true)),
      ratings: new Int8Array(file.subarray(ratingsAt, wholeAt)),
    },
    whole: { ...whole, table: Uint8Array.from(file.subarray(wholeAt, wholeAt + wholeSize)) },
    toward: { ...toward, table: Uint8Array.from(file.subarray(towardAt, end)) },
  };
}

/** What each of the 256 bytes of a table stands for. */
export function stepsOf({ most }: LinearWeights): { negative: Float64Array; positive: Float64Array } {
  const stepValue = (nibble: number): number => {
    const part = (nibble - 8) / outermostStep;
    return Math.sign(part) * part * part;
  };
  return {
    negative: Float64Array.from({ length: 256 }, (_, byte) => stepValue(byte >> 4) * most.negative),
    positive: Float64Array.from({ length: 256 }, (_, byte) => stepValue(byte & 15) * most.positive),
  };
}
