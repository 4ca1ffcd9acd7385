import type { GitAnswer } from './git.ts';

/** Why a push did not go through. Only `overtaken` and `unreachable` may go through when tried again. */
export type PushRefusal = 'overtaken' | 'protected' | 'not_allowed' | 'unreachable';

// In this order: GitHub's refusals of a protected branch also contain the words of a plain rejection.
const refusals: readonly [PushRefusal, RegExp][] = [
  ['protected', /GH0(06|13)|protected branch|repository rule violations|hook declined/i],
  [
    'overtaken',
    /\[rejected\]|non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i,
  ],
  [
    'not_allowed',
    /\b40[13]\b|permission (to .* )?denied|authentication failed|could not read (username|password)|repository not found|access denied|not allowed to push/i,
  ],
];

/** Reads git's and the server's words after a push; undefined where it went through. */
export function refusalOf({ code, out, err }: GitAnswer): PushRefusal | undefined {
  if (code === 0) return undefined;
  const words = `${out.toString('utf8')}\n${err}`;
  return refusals.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unreachable';
}
