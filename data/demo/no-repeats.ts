import { dayMs } from './plan.ts';

const remembered = 60 * dayMs;
/** Share of three-word runs that two texts may have in common before one reads like a copy of the other. */
const tooAlike = 0.4;

/**
 * Tells whether a new text would read like a copy: the same title as any before it, or much the same words as one of
 * the last 60 days. Copies are planted on purpose elsewhere; all others must be told apart, by people and by clustering.
 */
export function noRepeats() {
  const titles = new Set<string>();
  const texts = new Map<string, { at: number; id: number }[]>();
  let count = 0;

  const runsOf = (title: string, body: string): Set<string> => {
    const words = `${title} ${body.slice(0, 220)}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
  };

  return {
    isCopy(title: string, body: string, at: number): boolean {
      if (title !== '' && titles.has(title.toLowerCase())) return true;
      const runs = runsOf(title, body);
      const shared = new Map<number, number>();
      for (const run of runs) {
        for (const other of texts.get(run) ?? []) {
          if (Math.abs(other.at - at) > remembered) continue;
          const both = (shared.get(other.id) ?? 0) + 1;
          if (both > tooAlike * runs.size) return true;
          shared.set(other.id, both);
        }
      }
      return false;
    },
    remember(title: string, body: string, at: number): void {
      if (title !== '') titles.add(title.toLowerCase());
      const id = count++;
      for (const run of runsOf(title, body)) {
        const list = texts.get(run);
        if (list) list.push({ at, id });
        else texts.set(run, [{ at, id }]);
      }
    },
  };
}
