import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Accuracy, type Mention, type Score, tones } from '#contract';
import { quietWorld } from '../../tests/quiet-world.ts';
import { openStore } from '../store/open-store.ts';
import { labelCommand } from './label.ts';
import type { Answer, Card } from './label-session.ts';
import { run } from './program.ts';
import type { World } from './world.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-label-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(scratch, 'case-'));
  writeFileSync(
    join(dir, 'brand.yml'),
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }
sources:
  - { id: paper, type: feed, url: paper.xml }
  - { id: stack, type: stack-exchange, sites: [cooking] }
`,
  );
});

const idOf = (at: number) => at.toString(16).padStart(16, '0');
type Parts = Partial<Mention> & { tone?: Score['tone']; story?: string };

/** Mentions with the scorer's judgement on each, stored as a night stores them. */
async function told(...all: Parts[]): Promise<void> {
  const lines = all.map(({ tone, story, ...parts }, at) => {
    const mention: Mention = {
      v: 1,
      id: idOf(at),
      doc: idOf(at),
      brand: 'saltmarsh',
      source: 'paper',
      group: 'news',
      site: 'paper.example',
      url: `https://paper.example/${at}`,
      title: `Saltmarsh Bakery, story ${at}`,
      excerpt: '',
      publishedAt: '2026-11-02T08:00:00Z',
      firstSeenAt: '2026-11-02T09:00:00Z',
      ...parts,
    };
    const score: Score = {
      id: mention.id,
      brand: mention.brand,
      story: story ?? mention.doc,
      lang: 'en',
      relevant: true,
      tone: tone ?? { label: 'neutral', p: [0.2, 0.6, 0.2] },
      themes: [],
      intents: [],
      by: 'tone@1.0.0',
      config: 'c',
    };
    return { mention, score };
  });
  await openStore(join(dir, 'data'), { durable: false }).commit({
    mentions: lines.map(({ mention }) => mention),
    scores: lines.map(({ score }) => score),
  });
}
const many = (count: number) => Array.from({ length: count }, () => ({}));

const options = () => ({
  config: join(dir, 'brand.yml'),
  data: join(dir, 'data'),
  now: '2026-11-20T08:00:00Z',
});
async function earshot(args: string[], over: Partial<World> = {}) {
  const world = quietWorld({ cwd: dir, ...over });
  const { config, data, now } = options();
  const exit = await run(['label', ...args, '--config', config, '--data', data, '--now', now], world);
  return { exit, said: world.said(), printed: world.printed() };
}
async function* typed(text: string) {
  yield text;
}
const labels = () => readFileSync(join(dir, 'data/labels.csv'), 'utf8');
const rows = () =>
  openStore(join(dir, 'data'))
    .readLabels()
    .rows.map(({ label }) => label);

describe('earshot label, on a terminal', () => {
  it('shows a mention without what the scorer or the stars say, and saves each answer before it asks on', async () => {
    const tone: Score['tone'] = { label: 'negative', p: [0.7, 0.2, 0.1] };
    const rating = { value: 1, of: 5 };
    await told(...many(4).map(() => ({ tone, rating })));
    const seen: Card[] = [];
    const answers: Answer[] = ['n', 'u', 's', 'p'];
    const world = quietWorld({ cwd: dir });
    const exit = await labelCommand({ ...options(), n: 4 }, world, async (card) => {
      expect(existsSync(join(dir, 'data/labels.csv')) ? rows().length : 0).toBe(Math.min(seen.length, 2));
      seen.push(card);
      return answers[seen.length - 1] ?? 'q';
    });
    expect(exit).toBe(0);
    expect(world.said()).toContain('Saved in data/labels.csv. Commit and push it: git add data/labels.csv');
    expect(JSON.stringify(seen)).not.toMatch(/negative|0\.7|stars|1\/5/);
    expect(seen[0]?.title).toBe('1 of 4  toward Saltmarsh Bakery');
    expect(seen[0]?.lines.at(-1)).toMatch(/2026-11-02, https:\/\/paper\.example/);
    expect(rows().map(({ tone, day }) => [tone, day])).toEqual([
      ['negative', '2026-11-20'],
      ['neutral', '2026-11-20'],
      ['positive', '2026-11-20'],
    ]);
    expect(world.said()).toMatch(/3 labelled, 1 skipped, 0 left/);
  });

  it('goes back to the one before, where the last answer counts', async () => {
    await told(...many(2));
    const { exit, said } = await earshot(['--n', '2', '--teaching', '0'], {
      input: typed('n\nb\np\nx\nu\n'),
    });
    expect(exit).toBe(0);
    expect(said).toContain('"x" is none of the keys');
    expect(rows().map(({ tone }) => tone)).toEqual(['negative', 'positive', 'neutral']);
    expect(rows()[0]?.mention).toBe(rows()[1]?.mention);
    expect(said).toMatch(/2 labelled, 0 skipped, 0 left/);
    expect(said).toMatch(/Saltmarsh Bakery: 2 labelled by lot; 198 more by lot are needed/);
  });

  it('ends where the input ends, or at q, and goes on another day with what is left', async () => {
    await told(...many(6));
    await earshot(['--n', '4', '--teaching', '0'], { input: typed('n\nq\n') });
    await earshot(['--n', '9', '--teaching', '0'], { input: typed('p\np\np\np\np\np\np\n') });
    expect(rows()).toHaveLength(6);
    expect(new Set(rows().map(({ mention }) => mention)).size).toBe(6);
    expect((await earshot([], { input: typed('') })).said).toContain('There is nothing left to ask about');
  });

  it('writes nothing under --dry-run', async () => {
    await told(...many(2));
    await earshot(['--dry-run'], { input: typed('n\nn\n') });
    expect(existsSync(join(dir, 'data/labels.csv'))).toBe(false);
  });

  it('leaves out what stands where terms forbid it, and says so', async () => {
    await told(
      { source: 'stack', group: 'forum' },
      { url: 'https://cooking.stackexchange.com/q/1' },
      { title: 'Saltmarsh Bakery opens' },
    );
    const { said } = await earshot(['--n', '9'], { input: typed('n\nn\nn\n') });
    expect(said).toMatch(/2 mentions of Stack Exchange left out: its terms forbid/);
    expect(rows().map(({ mention }) => mention)).toEqual([idOf(2)]);
  });

  it('does not let a title move the cursor or speak to the runner', async () => {
    await told({ title: '::error::\u001b[2J Saltmarsh' });
    const { said } = await earshot([], { input: typed('q\n') });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there.
    expect(said).not.toMatch(/\u001b|^\s*::/m);
  });

  it('is not asked of the demo, whose mentions nobody wrote', async () => {
    const world = quietWorld({ cwd: dir });
    expect(await run(['label', '--demo', '--now', '2026-11-20T08:00:00Z'], world)).toBe(1);
  });
});

describe('earshot label, by a sheet', () => {
  it('C18 writes a sheet that is safe in a spreadsheet, and never over answers', async () => {
    await told(
      { title: '=HYPERLINK("https://x.example")', excerpt: 'one, "two"\n-three' },
      { title: '+1 for them' },
    );
    const { exit, printed } = await earshot(['--export', 'sheet.csv', '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(printed).exported).toEqual({ file: 'sheet.csv', rows: 2, byLot: 2 });
    const text = readFileSync(join(dir, 'sheet.csv'), 'utf8');
    expect(
      text.startsWith('\uFEFFmention,brand,tone,drawn,day,by,title,text,source,published,link\r\n'),
    ).toBe(true);
    const cells = parse(text, { bom: true }) as string[][];
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    expect(cells.map((row) => row[6]).sort()).toEqual([
      "'+1 for them",
      '\'=HYPERLINK("https://x.example")',
      'title',
    ]);
    const again = await earshot(['--export', 'sheet.csv']);
    expect(again.exit).toBe(1);
    expect(again.said).toContain('is there already, perhaps with answers in it');
  });

  it('reads it back as a spreadsheet saved it, once, and tells how two people agree', async () => {
    await told(...many(4));
    await earshot(['--export', 'sheet.csv', '--teaching', '0']);
    const cells = parse(readFileSync(join(dir, 'sheet.csv'), 'utf8'), { bom: true }) as string[][];
    const filled = (answers: string[]) =>
      cells
        .map((row, at) =>
          row.map((cell, column) => (column === 2 && at > 0 ? (answers[at - 1] ?? '') : cell)),
        )
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
        .join('\r\n');
    writeFileSync(join(dir, 'a.csv'), filled(['NEGATIVE', 'positive', 'neutral', '']));
    const first = await earshot(['--import', 'a.csv', '--by', 'a', '--json']);
    expect(first.exit).toBe(0);
    expect(JSON.parse(first.printed).imported).toMatchObject({ added: 3, blank: 1, known: 0, gone: 0 });
    const once = labels();
    expect(
      JSON.parse((await earshot(['--import', 'a.csv', '--by', 'a', '--json'])).printed).imported,
    ).toMatchObject({
      added: 0,
      known: 3,
    });
    expect(labels()).toBe(once);

    writeFileSync(join(dir, 'b.csv'), filled(['negative', 'neutral', 'neutral', 'neutral']));
    const second = await earshot(['--import', 'b.csv', '--by', 'B', '--json']);
    const { imported, accuracy } = JSON.parse(second.printed);
    expect(imported).toMatchObject({ added: 4, agreement: { n: 3, same: 2 } });
    expect(imported.conflicts).toEqual([expect.objectContaining({ before: 'positive', now: 'neutral' })]);
    expect(second.said).toContain('Of two labels the last counts');
    expect(Accuracy.parse(accuracy).agreement).toMatchObject({ n: 3, kappa: expect.closeTo(0.5, 5) });
    expect(accuracy.tones.map(({ tone }: { tone: string }) => tone).sort()).toEqual([
      'negative',
      'neutral',
      'neutral',
      'neutral',
    ]);
  });

  const sheet = (name: string, tones: readonly string[], { brand = 'saltmarsh', by = '' } = {}) =>
    writeFileSync(
      join(dir, name),
      `mention,brand,tone,drawn,by\n${tones.map((tone, at) => `m${idOf(at)},${brand},${tone},random,${by}\n`).join('')}`,
    );
  const imported = async (...args: string[]) => {
    const { exit, said, printed } = await earshot(['--import', ...args, '--json']);
    return { exit, said, ...JSON.parse(printed) };
  };

  it('tells of no agreement where one person sends the same sheet twice, named or not', async () => {
    await told(...many(3));
    sheet('one.csv', ['negative', 'positive', 'neutral']);
    const text = readFileSync(join(dir, 'one.csv'), 'utf8');
    writeFileSync(join(dir, 'u16.csv'), Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'));
    for (const args of [['one.csv', '--by', 'a'], ['u16.csv', '--by', 'a'], ['u16.csv']]) {
      const { said, accuracy, imported: what } = await imported(...args);
      expect(said).not.toContain('Two people');
      expect(accuracy.agreement).toBeNull();
      expect(what.agreement.n).toBe(0);
    }
    expect(rows()).toHaveLength(3);
    expect((await imported('one.csv')).said).toContain('0 labels added, 3 already there');
  });

  it('tells of no agreement with labels that have no name, which may be of the same person', async () => {
    await told(...many(3));
    sheet('one.csv', ['negative', 'positive', 'neutral']);
    await imported('one.csv');
    const { imported: what, accuracy } = await imported('one.csv', '--by', 'a');
    expect(what).toMatchObject({ added: 3, agreement: { n: 0 } });
    expect(accuracy.agreement).toBeNull();
  });

  it('takes another answer without a name for a correction by the one who labelled the mention', async () => {
    await told(...many(2));
    sheet('one.csv', ['negative', 'positive']);
    await imported('one.csv', '--by', 'a');
    sheet('one.csv', ['neutral', 'positive']);
    const { imported: what, accuracy, said } = await imported('one.csv');
    expect(what).toMatchObject({ added: 1, known: 1, conflicts: [{ before: 'negative', now: 'neutral' }] });
    expect(rows().at(-1)).toMatchObject({ tone: 'neutral', by: 'a' });
    expect(said).not.toContain('Two people');
    expect(accuracy.agreement).toBeNull();
    sheet('two.csv', ['neutral', 'negative']);
    expect((await imported('two.csv', '--by', 'b')).accuracy.agreement).toMatchObject({ n: 2, same: 0.5 });
  });

  it('leaves the name that stands in a row, whoever sends the sheet', async () => {
    await told(...many(2));
    sheet('one.csv', ['negative', 'positive'], { by: 'a' });
    await imported('one.csv');
    expect((await imported('one.csv', '--by', 'b')).imported).toMatchObject({ added: 0, known: 2 });
  });

  it('understands the tone as people write it, and names by its row what it does not, taking the rest', async () => {
    await told(...many(5));
    sheet('sheet.csv', ['Négatif', 'mixed', '-1', 'POSITIVO', 'mixed']);
    const { exit, said, imported: what } = await imported('sheet.csv', '--by', 'a');
    expect(exit).toBe(0);
    expect(rows().map(({ tone }) => tone)).toEqual(['negative', 'negative', 'positive']);
    expect(said).toContain(
      'sheet.csv, rows 3, 6: has the tone "mixed"; there are negative, neutral, positive',
    );
    expect(said).toContain('3 labels added, 0 already there, 2 left out, 0 without an answer.');
    expect(what.leftOut.map(({ row }: { row: number }) => row)).toEqual([3, 6]);
  });

  it('reads accents that a spreadsheet saved in the letters of Windows', async () => {
    await told({});
    writeFileSync(
      join(dir, 'sheet.csv'),
      Buffer.from(`mention;brand;tone\r\nm${idOf(0)};saltmarsh;négatif\r\n`, 'latin1'),
    );
    await imported('sheet.csv');
    expect(rows().map(({ tone }) => tone)).toEqual(['negative']);
  });

  it('writes nothing and fails only where no row can be read', async () => {
    await told(...many(2));
    sheet('sheet.csv', ['meh', 'so so']);
    const { exit, said } = await earshot(['--import', 'sheet.csv']);
    expect(exit).toBe(1);
    expect(said).toContain('sheet.csv, row 2: has the tone "meh"; there are negative, neutral, positive');
    expect(said).toContain('sheet.csv, row 3: has the tone "so so"');
    expect(existsSync(join(dir, 'data/labels.csv'))).toBe(false);
  });

  it('names a row as a spreadsheet counts it, though the text of those before holds line ends', async () => {
    await told(...many(2));
    writeFileSync(
      join(dir, 'sheet.csv'),
      `mention,brand,tone,text\nm${idOf(0)},saltmarsh,neutral,"a\nb\nc"\nm${idOf(1)},saltmarsh,meh,d\n`,
    );
    expect((await imported('sheet.csv')).said).toContain('sheet.csv, row 3: has the tone "meh"');
  });

  it("takes a brand's name in any case of letters for its id, and says which brand is none of the panel", async () => {
    await told(...many(2));
    sheet('name.csv', ['negative', 'positive'], { brand: 'saltmarsh BAKERY' });
    expect((await imported('name.csv')).imported).toMatchObject({ added: 2, gone: 0, strange: 0 });
    expect(rows().map(({ brand }) => brand)).toEqual(['saltmarsh', 'saltmarsh']);
    sheet('other.csv', ['negative', 'positive'], { brand: 'Kestrel' });
    const { exit, said } = await earshot(['--import', 'other.csv']);
    expect(exit).toBe(1);
    expect(said).toContain('other.csv, rows 2–3: brand "Kestrel" is not of this panel: saltmarsh');
  });

  it('names the rows of mentions that are not there, and of places whose terms forbid it', async () => {
    await told({ source: 'stack' }, {});
    const table = [0, 1, 7].map((at) => `m${idOf(at)},saltmarsh,neutral,random`).join('\n');
    writeFileSync(join(dir, 'sheet.csv'), `mention,brand,tone,drawn\n${table}\n`);
    const { imported: what, said } = await imported('sheet.csv');
    expect(what).toMatchObject({ added: 1, gone: 1, barred: { 'Stack Exchange': 1 } });
    expect(said).toContain('sheet.csv, row 2: stands at Stack Exchange, whose terms forbid');
    expect(said).toContain('sheet.csv, row 4: names a mention that is not there');
  });

  it('keeps or names each row of any sheet: added, already there, left out and blank are all there are', async () => {
    await told(...many(6));
    const words = ['negative', '0', 'meh', '', 'plus', 'mixed'];
    sheet('sheet.csv', words);
    for (const by of [['--by', 'a'], ['--by', 'b'], []]) {
      const { imported: what } = await imported('sheet.csv', ...by);
      expect(what.added + what.known + what.leftOut.length + what.blank).toBe(words.length);
    }
  });

  it('holds 200 drawn by lot unless told otherwise, and says how many more are needed', async () => {
    await told(...many(300));
    const { said, printed } = await earshot(['--export', 'sheet.csv', '--json']);
    expect(JSON.parse(printed).exported).toEqual({ file: 'sheet.csv', rows: 267, byLot: 200 });
    expect(said).toContain('267 rows, 200 of them drawn by lot');
    expect(said).toContain('Saltmarsh Bakery: 0 labelled by lot; 200 more by lot are needed until');
    expect((await earshot(['--status'])).said).toContain('200 more by lot are needed until');
    const answered = readFileSync(join(dir, 'sheet.csv'), 'utf8').replaceAll(',saltmarsh,,', ',saltmarsh,0,');
    writeFileSync(join(dir, 'sheet.csv'), answered);
    const { accuracy } = await imported('sheet.csv', '--by', 'a');
    expect(accuracy.brands.saltmarsh).toMatchObject({ random: 200, measured: { right: { value: 1 } } });
  });

  it('takes no name for a letter that tells people apart', async () => {
    await told({});
    expect((await earshot(['--by', 'Ada Lovelace'])).said).toMatch(/at most 8 letters and digits/);
  });
});

describe('earshot label --status', () => {
  it('says how often the scorer is right once 200 are drawn by lot, and not before', async () => {
    await told(
      ...Array.from(
        { length: 220 },
        (_, at): Parts => ({ tone: { label: tones[at % 3] as Score['tone']['label'], p: null } }),
      ),
    );
    const row = (at: number) => `m${idOf(at)},saltmarsh,${at % 10 === 0 ? 'neutral' : tones[at % 3]},random`;
    const table = (count: number) =>
      `mention,brand,tone,drawn\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`;
    writeFileSync(join(dir, 'data/labels.csv'), table(199));
    const before = await earshot(['--status', '--json']);
    expect(JSON.parse(before.printed).accuracy.brands.saltmarsh).toEqual({ random: 199, measured: null });
    writeFileSync(join(dir, 'data/labels.csv'), table(200));
    const { said, printed } = await earshot(['--status', '--json']);
    const { measured } = JSON.parse(printed).accuracy.brands.saltmarsh;
    // Of 20 that were called neutral, those that the scorer called so too (at % 3 === 1) are right: 7.
    expect(measured.right.value).toBeCloseTo((180 + 7) / 200, 5);
    expect(said).toMatch(/Saltmarsh Bakery: the scorer is right on 94% \(89% to 96%\) of 200 drawn by lot/);
    expect(readdirSync(join(dir, 'data')).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});
