/**
 * Writes the body of the issue about a bad night to a file; after a good night it writes none. Runs on a bare
 * checkout, without any package.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueText, type NightFacts, wentWell } from '../collector/night/issue-text.ts';
import type { Run } from '../data/contract/run.ts';

const text = { type: 'string', default: '' } as const;
const { values } = parseArgs({
  options: {
    out: text,
    run: text,
    code: text,
    collect: text,
    build: text,
    deploy: text,
    data: { type: 'string', default: 'data' },
  },
});
const facts: NightFacts = { ...values, attempts: newestAttempts(join(values.data, 'runs')) };
if (!wentWell(facts)) writeFileSync(values.out, issueText(facts));

/** The lines of the newest run in the ledger; damaged ones are left out, which `verify` names. */
function newestAttempts(folder: string): Run[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^\d{4}-\d{2}\..*jsonl$/.test(name));
  const month =
    names
      .map((name) => name.slice(0, 7))
      .sort()
      .at(-1) ?? '';
  const lines = names
    .filter((name) => name.startsWith(month))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .flatMap((line) => {
      try {
        const run = JSON.parse(line);
        return typeof run?.at === 'string' ? [run as Run] : [];
      } catch {
        return [];
      }
    });
  const newest = lines
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return lines.filter(({ at }) => at === newest);
}
