import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Config } from '#contract';
import { crossCheck } from './cross-check.ts';
import { explainIssue } from './explain-issue.ts';
import { withoutLogin } from './without-login.ts';

/** One thing that is wrong in the config: where, what was found, and what would be right. */
export type ConfigError = { file: string; line: number; column: number; path: string; message: string };
/** A check that needs more than the shape: gives the path of what is wrong, and why. */
export type ConfigCheck = (config: Config) => { path: PropertyKey[]; message: string }[];
export type Loaded = { ok: true; config: Config } | { ok: false; errors: ConfigError[] };

// A config is written by hand; what is longer is no config, and could make the parser work for minutes.
const longestConfigBytes = 1_000_000;
const mostAliases = 100;

/**
 * Reads the text of a `brand.yml`. All errors are given at once, each with its position.
 * @param schema shape of the config, with the source types known to this build: `configOf(…)`
 */
export function loadConfig(
  text: string,
  file: string,
  schema: z.ZodType<unknown>,
  checks: ConfigCheck[] = [],
): Loaded {
  if (text.length > longestConfigBytes) {
    return failAt(
      file,
      1,
      1,
      `is ${text.length} characters long; a config has at most ${longestConfigBytes}`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const flaws = [...document.errors, ...document.warnings];
  if (flaws.length > 0) {
    return {
      ok: false,
      errors: flaws.map((flaw) => {
        const { line, col } = lines.linePos(flaw.pos[0]);
        return { file, line, column: col, path: '', message: `${firstLine(flaw.message)} (YAML)` };
      }),
    };
  }

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    return failAt(file, 1, 1, error instanceof Error ? firstLine(error.message) : 'cannot be read');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return failAt(file, 1, 1, 'is empty or no mapping; it starts with "brand:"');
  }

  const place = (path: PropertyKey[]) => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return { file, line, column: col, path: withoutLogin(path.join('.')) };
  };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const errors = parsed.error.issues.flatMap((issue) => explainIssue(issue, value, schema));
    return { ok: false, errors: inOrder(errors.map(({ path, message }) => ({ ...place(path), message }))) };
  }
  const config = parsed.data as Config;
  const found = [crossCheck, ...checks].flatMap((check) => check(config));
  if (found.length > 0) {
    return { ok: false, errors: inOrder(found.map(({ path, message }) => ({ ...place(path), message }))) };
  }
  return { ok: true, config };
}

/** `brand.yml:12:5 sources.0.type: "fead" is …` */
export const showError = (error: ConfigError): string =>
  `${error.file}:${error.line}:${error.column} ${error.path === '' ? '' : `${error.path}: `}${error.message}`;

const failAt = (file: string, line: number, column: number, message: string): Loaded => ({
  ok: false,
  errors: [{ file, line, column, path: '', message }],
});

const inOrder = (errors: ConfigError[]) => errors.sort((a, b) => a.line - b.line || a.column - b.column);

const firstLine = (text: string) => text.split('\n', 1)[0] ?? text;

/** Where the key of `path` stands; its nearest ancestor where it is missing. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const last = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last));
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
