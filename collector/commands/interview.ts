import { cancel, intro, isCancel, multiselect, note, text } from '@clack/prompts';
import { CommandError, plainLine } from './world.ts';

/** Somebody who can be asked. */
export type Interview = {
  text(
    question: string,
    options?: { usual?: string; check?: (answer: string) => string | undefined },
  ): Promise<string>;
  choose(
    question: string,
    choices: readonly { value: number; label: string; picked: boolean }[],
  ): Promise<number[]>;
  tell(title: string, lines: readonly string[]): void;
};

/** Asks on the terminal. Whoever stops ends the command; nothing was written then. */
export function interviewOnTerminal(): Interview {
  intro('earshot init');
  const orStop = <T>(answer: T): Exclude<T, symbol> => {
    if (!isCancel(answer)) return answer as Exclude<T, symbol>;
    cancel('Stopped; nothing was written.');
    throw new CommandError('stopped; nothing was written');
  };
  return {
    text: async (message, { usual = '', check } = {}) =>
      orStop(
        await text({
          message,
          ...(usual === '' ? {} : { placeholder: usual, defaultValue: usual }),
          validate: (answer) => check?.((answer ?? '').trim() || usual),
        }),
      ).trim(),
    choose: async (message, choices) =>
      orStop(
        await multiselect({
          message,
          options: choices.map(({ value, label }) => ({ value, label })),
          initialValues: choices.filter(({ picked }) => picked).map(({ value }) => value),
          required: false,
        }),
      ),
    tell: (title, lines) => note(lines.map((line) => plainLine(line).trimEnd()).join('\n'), title),
  };
}
