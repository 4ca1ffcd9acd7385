import type { Run } from '#contract';

/** Results of the jobs, as GitHub words them, and what the collector said to the runner. */
export type NightFacts = {
  collect: string;
  build: string;
  deploy: string;
  /** Exit code of `earshot night`; empty where it never ended. */
  code: string;
  /** Address of the run. */
  run: string;
  /** Attempts of the newest run in the ledger. */
  attempts: readonly Pick<Run, 'at' | 'source' | 'status' | 'reason' | 'http'>[];
};

/** Skipped deployments are those of repositories without Pages. */
export const wentWell = ({ collect, build, deploy, code }: NightFacts): boolean =>
  collect === 'success' && code === '0' && build === 'success' && ['success', 'skipped'].includes(deploy);

/** GitHub refuses bodies of more than 65,536 characters. */
export const mostBytes = 60_000;

/**
 * The body of the issue about a bad night, in Markdown. What stands in it comes from jobs and from the ledger; all of
 * it is shown as code, so that none of it can address people, close issues, or load pictures.
 */
export function issueText(facts: NightFacts): string {
  const troubled = facts.attempts.filter(
    ({ status }) => status === 'refused' || status === 'failed' || status === 'changed',
  );
  const lines = [
    `${whatHappened(facts)}`,
    '',
    `- reading the sources: ${code(facts.collect)}${facts.code === '' ? '' : `, exit code ${code(facts.code)}`}`,
    `- building the pages: ${code(facts.build)}`,
    `- putting them up: ${code(facts.deploy)}`,
    `- the run: ${address(facts.run)}`,
  ];
  if (troubled.length > 0) {
    lines.push(
      '',
      `Sources that gave nothing at the newest attempt in the ledger, ${code(troubled[0]?.at ?? '')}:`,
      '',
    );
    for (const { source, status, reason, http } of troubled) {
      lines.push(
        `- ${[source, status, reason, http]
          .filter((word) => word !== undefined)
          .map(code)
          .join(' ')}`,
      );
    }
  }
  lines.push('', 'The next night that goes well closes this issue.');
  return wholeLines(lines, mostBytes);
}

const byExitCode: Record<string, string> = {
  '1': 'The nightly run stopped before it read anything: there is an error in the config or in how it was called. The log names file and line.',
  '2': 'No source answered. The ledger notes it, and the pages are built and say so. If it lasts, the machine that reads may be refused, or the sources have moved.',
  '3': 'The nightly run stopped because it would have harmed the data, or could not push it. If lines were collected, they are kept with the run as the artifact `data-not-pushed`. The log says what to do.',
};

function whatHappened({ collect, build, code: exit }: NightFacts): string {
  if (collect !== 'success')
    return byExitCode[exit] ?? 'The nightly run did not end. Its log says how far it came.';
  if (exit === '2') return byExitCode['2'] as string;
  if (build !== 'success')
    return 'The lines of the night are stored, but the pages could not be built. The site shows the last good night.';
  return 'The lines of the night are stored and the pages are built, but they could not be put up. Run the job `deploy` again; if that fails, look at Settings › Pages.';
}

/** Text as code on one line: in it, Markdown means nothing. */
export function code(text: string | number): string {
  const plain = String(text)
    .replace(/[\p{C}\p{Zl}\p{Zp}`]+/gu, ' ')
    .trim();
  return plain === '' ? '–' : `\`${plain}\``;
}

/** The address of a run as a link; anything else as code. */
const address = (url: string): string =>
  /^https:\/\/[\w.-]+(\/[\w.-]+){2}\/actions\/runs\/\d+$/.test(url) ? `<${url}>` : code(url);

/** As many whole lines as fit. */
export function wholeLines(lines: readonly string[], most: number): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index;
    const rest = `… and ${left} more lines.\n`;
    if (Buffer.byteLength(`${text}${line}\n${rest}`) > most) return `${text}${rest}`;
    text += `${line}\n`;
  }
  return text;
}
