import { isCancel, note, selectKey } from '@clack/prompts';
import { type Answer, type Asker, answers, meaningOf } from './label-session.ts';
import { lineReader } from './lines-of-pieces.ts';
import { plainLine, type World } from './world.ts';

const keys = answers.map((key) => `${key} ${meaningOf[key]}`).join(' · ');

/** Asks by single keys where people sit at a terminal; else by the first letter of each line of the input. */
export const askerFor = (world: World): Asker =>
  world.terminal && process.stdin.isTTY ? byKeys : byLines(world);

const byKeys: Asker = async ({ title, lines }) => {
  note(lines.map((line) => plainLine(line).trimEnd()).join('\n'), plainLine(title).trim());
  const answer = await selectKey<Answer>({
    message: 'The tone toward the brand?',
    options: answers.map((key) => ({ value: key, label: meaningOf[key] })),
  });
  return isCancel(answer) ? 'q' : answer;
};

function byLines({ input, err }: World): Asker {
  const lines = input === undefined ? undefined : linesIn(input);
  return async ({ title, lines: said }) => {
    for (const line of [title, ...said, keys]) err(plainLine(line));
    for (;;) {
      const next = await lines?.next();
      if (next === undefined || next.done) return 'q';
      const key = next.value.trim().toLowerCase();
      const answer = answers.find((one) => key === one || key === meaningOf[one]);
      if (answer !== undefined) return answer;
      err(plainLine(`"${key.slice(0, 20)}" is none of the keys: ${keys}`));
    }
  };
}

async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  const reader = lineReader();
  for await (const piece of pieces) for (const line of reader.read(piece)) yield line ?? '';
  for (const line of reader.end()) yield line ?? '';
}
