import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scorers, type ToneContext } from '../enrich/scorers.ts';
import { groupOfSet, type LabelledText, readLabelled } from '../enrich/tone/labelled-sets.ts';
import { measureSet, type SetMeasure } from '../enrich/tone/measure-set.ts';
import type { CommonOptions } from './setting.ts';
import { CommandError, type ExitCode, type World } from './world.ts';

type Probabilities = [number, number, number];
type Peer = {
  name: string;
  /** Whether it states probabilities, so that their calibration can be measured. */
  stated: boolean;
  judge: (text: LabelledText, group: string) => Probabilities;
};
type Row = { set: string; texts: number; scores: Record<string, SetMeasure> };

const labels = ['negative', 'neutral', 'positive', 'unscored'];
/** A label alone, as if it were beyond doubt; of two classes a neutral one is no answer. */
const certain = (label: string): Probabilities => {
  const at = labels.indexOf(label);
  return [at === 0 ? 1 : 0, at === 1 || at === 3 ? 1 : 0, at === 2 ? 1 : 0];
};

const none: readonly string[] = [];

function contextOf({ target }: LabelledText, group: string): ToneContext {
  return { lang: 'en', brand: target ? [target.name] : none, others: none, group };
}

/** VADER, where the package is installed: it is needed for development only. */
async function vader(): Promise<Peer | undefined> {
  type Vader = { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } };
  // It comes without types.
  const name: string = 'vader-sentiment';
  const found: { default?: Vader } | undefined = await import(name).catch(() => undefined);
  const analyzer = found?.default?.SentimentIntensityAnalyzer;
  if (!analyzer) return undefined;
  // What its authors call neutral.
  const neutral = 0.05;
  return {
    name: 'vader',
    stated: false,
    judge: ({ text }) => {
      const { compound } = analyzer.polarity_scores(text);
      return certain(compound >= neutral ? 'positive' : compound <= -neutral ? 'negative' : 'neutral');
    },
  };
}

async function peers(): Promise<Peer[]> {
  const [tone, afinn] = [scorers.tone({}), scorers.afinn({})];
  const words = await vader();
  return [
    {
      name: tone.by,
      stated: true,
      judge: (text, group) => tone.score(text.text, contextOf(text, group)).p ?? [0, 1, 0],
    },
    {
      name: afinn.by,
      stated: false,
      judge: (text, group) => certain(afinn.score(text.text, contextOf(text, group)).label),
    },
    ...(words ? [words] : []),
  ];
}

type TestSet = { set: string; group: string; texts: LabelledText[] };

/** Every NAME/test.tsv of a folder, and NAME/test_mt.tsv. Names that begin with `target_` have targets. */
function setsOf(folder: string): TestSet[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) =>
      ['test', 'test_mt']
        .map((split) => ({ split, file: join(folder, name, `${split}.tsv`) }))
        .filter(({ file }) => existsSync(file))
        .map(({ split, file }) => ({
          set: split === 'test' ? name : `${name} ${split.slice(5)}`,
          group: groupOfSet(name),
          texts: readLabelled(readFileSync(file, 'utf8'), name.startsWith('target_')),
        })),
    );
}

/** Texts without a target that a scorer judges in a second of CPU, after one round to warm up. */
function speedOf({ judge }: Peer, sets: readonly TestSet[]): number {
  const texts = sets.flatMap(({ texts, group }) =>
    texts.filter(({ target }) => target === undefined).map((text) => ({ text, group })),
  );
  const before = process.cpuUsage();
  for (const { text, group } of texts) judge(text, group);
  const { user, system } = process.cpuUsage(before);
  return Math.round((texts.length * 1e6) / Math.max(1, user + system));
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (value: number | null): string =>
  (value === null ? '–' : (value * 100).toFixed(1)).padStart(6);

/**
 * `earshot bench tone DIR`: how well the scorers do on labelled texts, DIR/NAME/test.tsv with lines of `label<TAB>text`. Macro-F1 of
 * sets with three classes, accuracy of those with two, expected calibration error, and speed, side by side.
 */
export async function benchToneCommand(
  folder: string,
  options: CommonOptions,
  world: World,
): Promise<ExitCode> {
  const dir = resolve(world.cwd, folder);
  if (!existsSync(dir)) throw new CommandError(`there is no folder ${folder}`);
  const sets = setsOf(dir).filter(({ texts }) => texts.length > 0);
  if (sets.length === 0) throw new CommandError(`${folder} holds no NAME/test.tsv with labelled texts`);
  const judges = await peers();
  const rows: Row[] = sets.map(({ set, group, texts }) => ({
    set,
    texts: texts.length,
    scores: Object.fromEntries(
      judges.map((peer) => [
        peer.name,
        measureSet(
          texts.map(({ label }) => label),
          texts.map((text) => peer.judge(text, group)),
        ),
      ]),
    ),
  }));
  const summary = judges.map((peer) => {
    const of = (wanted: (row: Row) => boolean) => rows.filter(wanted).map(({ scores }) => scores[peer.name]);
    const scoresOf = (found: (SetMeasure | undefined)[]) => mean(found.map((one) => one?.score ?? 0));
    const isToward = ({ set }: Row) => set.startsWith('target_');
    const classes = (row: Row) => row.scores[peer.name]?.classes;
    return {
      by: peer.name,
      macroF1: scoresOf(of((row) => !isToward(row) && classes(row) === 3)),
      accuracy: scoresOf(of((row) => classes(row) === 2)),
      towardMacroF1: scoresOf(of(isToward)),
      ece: peer.stated ? mean(rows.map(({ scores }) => scores[peer.name]?.ece ?? 0)) : null,
      textsPerCpuSecond: speedOf(peer, sets),
    };
  });
  if (options.json) {
    world.out(`${JSON.stringify({ sets: rows, mean: summary }, null, 2)}\n`);
    return 0;
  }
  const head = judges.map(({ name }) => name.padStart(13)).join('');
  world.out(`${'set'.padEnd(22)} texts${head}   ECE\n`);
  for (const { set, texts, scores } of rows) {
    const found = judges.map(({ name }) => percent(scores[name]?.score ?? null).padStart(13)).join('');
    const two = Object.values(scores)[0]?.classes === 2 ? '  accuracy of two classes' : '';
    world.out(
      `${set.padEnd(22)} ${String(texts).padStart(5)}${found}${percent(scores[judges[0]?.name ?? '']?.ece ?? null)}${two}\n`,
    );
  }
  const line = (what: string, values: string[]) =>
    world.out(`${what.padEnd(28)}${values.map((value) => value.padStart(13)).join('')}\n`);
  line(
    'mean macro-F1',
    summary.map(({ macroF1 }) => percent(macroF1)),
  );
  line(
    'mean accuracy, two classes',
    summary.map(({ accuracy }) => percent(accuracy)),
  );
  line(
    'mean macro-F1, targets',
    summary.map(({ towardMacroF1 }) => percent(towardMacroF1)),
  );
  line(
    'mean ECE',
    summary.map(({ ece }) => percent(ece)),
  );
  line(
    'texts per CPU-second',
    summary.map(({ textsPerCpuSecond }) => String(textsPerCpuSecond)),
  );
  return 0;
}
