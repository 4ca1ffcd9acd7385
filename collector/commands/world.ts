/** What the command line lends to the commands: the only clock, environment and terminal there are. */
export type World = {
  env: Readonly<Record<string, string | undefined>>;
  clock: () => Date;
  cwd: string;
  /** Folder of the project: holds package.json, brand.yml, site/. */
  root: string;
  /** Version of this Earshot. */
  version: string;
  /** Whether people watch standard error on a terminal, so that a progress bar may be drawn. */
  terminal: boolean;
  /** Pause between two requests to one host, in milliseconds; one second unless a test is in a hurry. */
  pauseMs?: number;
  /** Standard input, in pieces; read by commands that are given lines. */
  input?: AsyncIterable<string>;
  out: (text: string) => void;
  err: (text: string) => void;
};

/** 0 done · 1 usage or config error, nothing written · 2 no source answered · 3 the data would have been harmed, or could not be written or pushed whole. */
export type ExitCode = 0 | 1 | 2 | 3;

/** A command ends with this where what it was asked cannot be done; nothing was written. */
export class CommandError extends Error {
  readonly exit: ExitCode;
  constructor(message: string, exit: ExitCode = 1) {
    super(message);
    this.name = 'CommandError';
    this.exit = exit;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a terminal.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * One line for people. Texts of feeds may be in it, so nothing in it can move a cursor, or be taken for a command by the
 * runner that shows the log: GitHub's looks for `::` after leading blanks, and for `##[` anywhere.
 */
export const plainLine = (text: string): string =>
  `  ${text
    .replace(unprintable, ' ')
    .replaceAll('##[', '## [')
    .replace(/^\s*::/, ': :')}\n`;
