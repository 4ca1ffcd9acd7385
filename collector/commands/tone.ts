import { z } from 'zod';
import type { Tone } from '../enrich/scorers.ts';
import { looksForeign } from '../enrich/tone/foreign.ts';
import { tone } from '../enrich/tone/tone.ts';
import type { CommonOptions } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

export type ToneOptions = Pick<CommonOptions, 'json'> & { target?: string; group?: string; lang?: string };

const Line = z.strictObject({
  text: z.string(),
  target: z.string().optional(),
  group: z.string().optional(),
  lang: z.string().optional(),
});

/** Lines that are written at once; a line for each would keep a fast scorer waiting. */
const atOnce = 512;

/** Whole lines of what comes in pieces; the last may lack its end. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function readLine(line: string, number: number): z.infer<typeof Line> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CommandError(`line ${number} is no JSON: ${line.slice(0, 80)}`);
  }
  const read = Line.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CommandError(
    `line ${number}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not understood'}`,
  );
}

/**
 * `earshot tone`: the tone of each line of standard input, in their order. With `--json` lines are objects with `text`, and if
 * need be `target`, `group` and `lang`; without, they are texts. A text is taken for English
 * unless its line says otherwise, or it plainly is not.
 */
export async function toneCommand(options: ToneOptions, { input, out }: World): Promise<ExitCode> {
  if (input === undefined) throw new CommandError('there is no standard input to read lines from');
  const scorer = tone({});
  const none: readonly string[] = [];
  // The scorer remembers patterns by the lists of names themselves; lines mostly ask about the same few.
  let asked: { name: string | undefined; brand: readonly string[] } = { name: undefined, brand: none };
  const scored = ({ text, target, group, lang }: z.infer<typeof Line>): Tone => {
    const name = target ?? options.target;
    if (asked.name !== name) asked = { name, brand: name === undefined ? none : [name] };
    return scorer.score(text, {
      lang: lang ?? options.lang ?? (looksForeign(text) ? 'und' : 'en'),
      brand: asked.brand,
      others: none,
      group: group ?? options.group ?? 'any',
    });
  };
  let [number, waiting] = [0, ''];
  try {
    for await (const line of linesOf(input)) {
      number += 1;
      const { label, p } = scored(options.json ? readLine(line, number) : { text: line });
      waiting += options.json
        ? `${JSON.stringify({ label, p, by: scorer.by })}\n`
        : plainLine(`${label.padEnd(9)} ${p?.map((part) => part.toFixed(2)).join(' ') ?? '-'}  ${line}`);
      if (number % atOnce !== 0) continue;
      out(waiting);
      waiting = '';
    }
  } finally {
    if (waiting !== '') out(waiting);
  }
  return 0;
}
