import { languageBeside } from '../enrich/language.ts';
import { type Scorer, scorers, type Tone, usualScorer } from '../enrich/scorers.ts';
import { toneGroupOf } from '../enrich/tone/tone.ts';
import { lineReader, type WholeLine } from './lines-of-pieces.ts';
import { oncePerKind } from './once-per-kind.ts';
import type { CommonOptions } from './setting.ts';
import { type Question, readQuestion } from './tone-question.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

export type ToneOptions = Pick<CommonOptions, 'json'> & {
  target?: string;
  group?: string;
  lang?: string;
  scorer?: string;
};

const unscored: Tone = { label: 'unscored', p: null };
const none: readonly string[] = [];
/** Targets whose pattern is remembered; the next one after them empties the memory. */
const mostTargets = 100;

function openScorer(name: string): Scorer {
  if (Object.hasOwn(scorers, name)) return scorers[name as keyof typeof scorers]({});
  const hint = name === 'sentiment' ? ' (the word list of the package “sentiment” is afinn)' : '';
  throw new CommandError(
    `--scorer: there is no scorer "${name}"; there are ${Object.keys(scorers).join(', ')}${hint}`,
  );
}

const isKnownGroup = (group: string): boolean => group === 'any' || toneGroupOf(group) !== 'any';

/** Of a line that holds too little to tell, such as "ok". */
const usualLanguage = 'en';

/** Answers questions by one scorer; what they leave open the options say. */
function answerer(scorer: Scorer, options: ToneOptions): (question: Question) => Tone {
  // The scorer remembers patterns by the lists of names themselves.
  const targets = new Map<
    string,
    { names: readonly string[]; language: ReturnType<typeof languageBeside> }
  >();
  function targetOf(name: string | undefined) {
    const key = name ?? '';
    const names = name === undefined ? none : [name];
    const found = targets.get(key) ?? { names, language: languageBeside(names) };
    if (targets.size >= mostTargets) targets.clear();
    targets.set(key, found);
    return found;
  }
  const usualTarget = options.target?.trim() || undefined;
  return ({ text, target = usualTarget, group = options.group, lang = options.lang }) => {
    const { names, language } = targetOf(target);
    return scorer.score(text, {
      lang: lang ?? language(text, usualLanguage),
      brand: names,
      others: none,
      group: group ?? 'any',
    });
  };
}

/**
 * `earshot tone`: the tone of each line of standard input, in their order, one answer a line. With `--json` lines are objects with
 * `text`, and if need be `target`, `group` and `lang`; without, they are texts. The language of a text is detected unless its
 * line says it; a text without words is taken for English. A line that can't be read is answered `unscored` with an `error`;
 * the exit is then 1. Empty lines at the end are none. Answers are written as soon as the input pauses.
 */
export async function toneCommand(options: ToneOptions, { input, out, err }: World): Promise<ExitCode> {
  if (input === undefined) throw new CommandError('there is no standard input to read lines from');
  if (options.group !== undefined && !isKnownGroup(options.group))
    throw new CommandError(`--group: there is no group "${options.group}"; there are news, social, reviews`);
  const scorer = openScorer(options.scorer ?? usualScorer);
  const answer = answerer(scorer, options);
  const tell = oncePerKind((text) => err(plainLine(text)));
  const lines = lineReader();
  let [number, unreadable, empty, waiting] = [0, 0, 0, ''];

  function answerJson(line: WholeLine): string {
    const question = readQuestion(line);
    if ('why' in question) {
      unreadable += 1;
      const error = `line ${number} ${question.why}`;
      tell('unreadable', error);
      return `${JSON.stringify({ ...unscored, by: scorer.by, error })}\n`;
    }
    for (const key of question.unread) tell(`key ${key}`, `line ${number}: the key "${key}" is not read`);
    if (question.group !== undefined && !isKnownGroup(question.group))
      tell(
        `group ${question.group}`,
        `line ${number}: the group "${question.group}" is unknown, so the text is taken to be of any sort; known are news, social, reviews`,
      );
    const { label, p } = answer(question);
    return `${JSON.stringify({ label, p, by: scorer.by })}\n`;
  }
  function answerText(line: WholeLine): string {
    const text = line ?? '';
    const { label, p } = answer({ text, unread: [] });
    return plainLine(`${label.padEnd(9)} ${p?.map((part) => part.toFixed(2)).join(' ') ?? '-'}  ${text}`);
  }
  function take(line: WholeLine): void {
    // Whether empty lines are the last ones is known when another follows.
    if (line !== null && line.trim() === '') {
      empty += 1;
      return;
    }
    for (; empty > 0; empty -= 1) add('');
    add(line);
  }
  function add(line: WholeLine): void {
    number += 1;
    waiting += options.json ? answerJson(line) : answerText(line);
  }
  function write(): void {
    if (waiting !== '') out(waiting);
    waiting = '';
  }

  for await (const piece of input) {
    for (const line of lines.read(piece)) take(line);
    write();
  }
  for (const line of lines.end()) take(line);
  write();
  if (unreadable === 0) return 0;
  err(
    plainLine(`${unreadable} of ${number} lines could not be read: they are answered “unscored”, with why`),
  );
  return 1;
}
