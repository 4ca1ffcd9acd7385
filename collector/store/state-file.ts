import { lstatSync, readFileSync } from 'node:fs';
import { State, stateText } from '#contract';
import { firstIssue, type Problem, toJson } from './lines.ts';
import { aLink, isLink } from './open-folder.ts';
import { diskError, StoreError } from './store-error.ts';

/** What the collector remembers between nights; nothing where the file is missing or cannot be used. */
export function readState(statePath: string): { state: State; problems: Problem[] } {
  const nothing: State = { v: 1, sources: Object.create(null) };
  const problem = (why: string) => ({ state: nothing, problems: [{ file: 'state.json', line: 0, why }] });
  if (isLink(statePath)) return problem(aLink);
  if (!lstatSync(statePath, { throwIfNoEntry: false })) return { state: nothing, problems: [] };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(statePath, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw diskError(statePath, error);
    return problem('is not JSON; everything is asked for once');
  }
  const parsed = State.safeParse(json);
  if (!parsed.success)
    return problem(`breaks the contract (${firstIssue(parsed.error)}); everything is asked for once`);
  // Without a prototype, so that a source named `constructor` has no state before its first night.
  const sources = Object.assign(nothing.sources, parsed.data.sources);
  return { state: { ...parsed.data, sources }, problems: [] };
}

/** The text of `state.json`. Throws StoreError. */
export function textOfState(state: State): string {
  const parsed = State.safeParse(state);
  if (!parsed.success) throw new StoreError('state.json', `breaks the contract: ${firstIssue(parsed.error)}`);
  return stateText(parsed.data, toJson);
}
