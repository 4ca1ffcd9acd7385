import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intents, Mention, Score, toneLabels } from '#contract';
import { columnsOf } from './columns.ts';
import { fromLines, toLine } from './lines.ts';
import { mentionForm, saidIn } from './mention-columns.ts';
import { judgedIn, scoreForm } from './score-columns.ts';

const hex = fc.stringMatching(/^[0-9a-f]{16}$/);
const text = fc.oneof(
  fc.constantFrom(
    '',
    'news',
    'saltmarsh',
    'a "quoted" word',
    'back\\slash',
    'naïve café',
    '日本語',
    '👍🏽',
    '\u2028',
    '\t',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const instant = fc.oneof(
  fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}Z`),
  fc.constantFrom(
    '2024-02-29T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
  ),
);
const url = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    'https://a.example/x',
    'https://a.example',
    'https://A.example/x',
    'http://b.example:80/',
    'nonsense',
  ),
  fc.webUrl(),
);
const rating = fc
  .tuple(fc.constantFrom(0, 1, 2.5, 3, 4.25, 1e-7, 5), fc.constantFrom(1, 5, 10, 1e21))
  .map(([value, of]) => ({ value: Math.min(value, of), of }));
const counted = fc.record(
  { points: fc.nat(), comments: fc.nat(), views: fc.nat(), likes: fc.nat() },
  { requiredKeys: [] },
);
const mention: fc.Arbitrary<Mention> = fc.record(
  {
    v: fc.constant(1 as const),
    id: hex,
    doc: hex,
    brand: fc.option(text),
    source: text,
    group: text,
    site: text,
    url,
    title: text,
    excerpt: text,
    publishedAt: instant,
    firstSeenAt: instant,
    dateFlag: fc.constantFrom('date_inferred' as const, 'date_clamped' as const),
    rating,
    version: fc.string({ maxLength: 40 }),
    attentionAtFirstSight: counted,
  },
  {
    requiredKeys: 'v id doc brand source group site url title excerpt publishedAt firstSeenAt'.split(
      ' ',
    ) as [],
  },
) as fc.Arbitrary<Mention>;

const share = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const tone = fc.constantFrom(...toneLabels);
const score: fc.Arbitrary<Score> = fc.record(
  {
    id: fc.oneof(hex, text),
    brand: fc.option(text),
    story: fc.oneof(hex, text),
    lang: fc.constantFrom('en', 'und', 'pt-BR'),
    relevant: fc.boolean(),
    tone: fc.record({ label: tone, p: fc.option(fc.tuple(share, share, share)) }),
    ratingConflict: fc.constant(true as const),
    themes: fc.array(fc.record({ id: text, tone }), { maxLength: 4 }),
    intents: fc.uniqueArray(fc.constantFrom(...intents)),
    by: text,
    config: text,
  },
  { requiredKeys: 'id brand story lang relevant tone themes intents by config'.split(' ') as [] },
) as fc.Arbitrary<Score>;

/** A file of lines, some of them as no collector writes them: damaged, in another order, with other spaces or ends. */
function fileOf<T>(line: fc.Arbitrary<T>, write: (value: T) => string): fc.Arbitrary<Buffer> {
  const spoilt = fc
    .tuple(line, fc.nat(), fc.constantFrom('', 'x', '"', ',', '0', '-', '\\', '}', ' ', 'é', '\u0001'))
    .map(([value, at, by]) => {
      const whole = write(value).trimEnd();
      const place = at % (whole.length + 1);
      return `${whole.slice(0, place)}${by}${whole.slice(place + 1)}\n`;
    });
  const other = line.map(
    (value) => `${JSON.stringify(Object.fromEntries(Object.entries(value as object).reverse()))}\n`,
  );
  const spaced = line.map((value) => `${JSON.stringify(value, null, 1).replaceAll('\n', '')}\r\n`);
  const odd = fc.constantFrom('\n', '  \n', 'null\n', '{"v":2}\n', '<<<<<<< HEAD\n', '{"v":1,"id":"\n');
  const plain = line.map(write);
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 6, arbitrary: plain }, spoilt, other, spaced, odd), { maxLength: 12 }),
      fc.nat({ max: 4 }),
      fc.boolean(),
    )
    .map(([lines, cut, bad]) => {
      const bytes = Buffer.from(lines.join(''));
      return Buffer.concat([
        bytes.subarray(0, bytes.length - cut),
        bad && cut === 4 ? Buffer.from([0xff]) : Buffer.alloc(0),
      ]);
    });
}

const halves = (digits: string): [number, number] => [
  Number.parseInt(digits.slice(0, 8), 16),
  Number.parseInt(digits.slice(8), 16),
];
const isHex = (id: string) => /^[0-9a-f]{16}$/.test(id);
const hostOf = (address: string | null) => (address === null ? null : (URL.parse(address)?.hostname ?? ''));

test('mentions in columns say what their lines say, however these are written, and name the same damage', () => {
  fc.assert(
    fc.property(
      fileOf(mention, (value) => toLine(Mention, value, 'mentions')),
      (bytes) => {
        const { lines, problems } = fromLines(bytes, Mention, 'mentions/2026-11.jsonl');
        const columns = columnsOf(bytes, 'mentions/2026-11.jsonl', mentionForm);
        expect(columns.problems).toEqual(problems);
        const said = Array.from(saidIn(columns), (one) => ({ ...one, origin: hostOf(one.origin) }));
        expect(said).toEqual(
          lines.map((line) => ({
            idHigh: halves(line.id)[0],
            idLow: halves(line.id)[1],
            docHigh: halves(line.doc)[0],
            docLow: halves(line.doc)[1],
            brand: line.brand,
            source: line.source,
            group: line.group,
            site: line.site,
            origin: hostOf(line.url),
            publishedAt: Date.parse(line.publishedAt),
            firstSeenAt: Date.parse(line.firstSeenAt),
            rating: line.rating,
            version: line.version ?? null,
            length: Math.max(line.title.length, line.excerpt.length),
          })),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('scores in columns say what their lines say, however these are written, and name the same damage', () => {
  fc.assert(
    fc.property(
      fileOf(score, (value) => toLine(Score, value, 'scores')),
      (bytes) => {
        const { lines, problems } = fromLines(bytes, Score, 'scores/2026-11.jsonl');
        const columns = columnsOf(bytes, 'scores/2026-11.jsonl', scoreForm);
        expect(columns.problems).toEqual(problems);
        const judged = Array.from(judgedIn(columns), (one) => ({ ...one, themes: [...one.themes] }));
        expect(judged.length).toBe(lines.length);
        for (const [at, line] of lines.entries()) {
          const one = judged[at];
          expect(one).toMatchObject({
            brand: line.brand,
            lang: line.lang,
            relevant: line.relevant,
            tone: line.tone,
            themes: line.themes,
            by: line.by,
          });
          expect(new Set(one?.intents)).toEqual(new Set(line.intents));
          if (isHex(line.id)) expect([one?.idHigh, one?.idLow]).toEqual(halves(line.id));
          if (isHex(line.story)) expect([one?.storyHigh, one?.storyLow]).toEqual(halves(line.story));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('lines as the collector writes them are read from their bytes, without being parsed', () => {
  const [line] = fc.sample(
    mention.filter(({ title, excerpt }) => `${title}${excerpt}` === ''),
    1,
  );
  const plain = {
    ...(line as Mention),
    brand: 'a',
    source: 'b',
    group: 'c',
    site: 'd',
    url: null,
    version: '1',
  };
  const written = toLine(
    Mention,
    {
      ...plain,
      publishedAt: '2026-11-20T05:17:00Z',
      firstSeenAt: '2026-11-20T05:17:00Z',
      rating: { value: 4.5, of: 5 },
    },
    'mentions',
  );
  const parse = JSON.parse;
  JSON.parse = () => {
    throw new Error('was parsed');
  };
  try {
    expect(columnsOf(Buffer.from(written), 'mentions/2026-11.jsonl', mentionForm).length).toBe(1);
  } finally {
    JSON.parse = parse;
  }
});
