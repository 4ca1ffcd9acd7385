import { type Label, type Tone, tones } from '#contract';
import type { Drawn } from './label-draw.ts';

/** Keys of a session: a tone, or skip, back, quit. */
export const answers = ['n', 'u', 'p', 's', 'b', 'q'] as const;
export type Answer = (typeof answers)[number];
export const meaningOf: Record<Answer, string> = {
  n: 'negative',
  u: 'neutral',
  p: 'positive',
  s: 'skip',
  b: 'back',
  q: 'quit',
};

/** What is shown of a mention. Not what the scorer made of it, nor the stars: whoever has seen them is led by them. */
export type Card = { title: string; lines: string[] };

/** Somebody who answers; whoever presses Ctrl-C, or has no more to say, quits. */
export type Asker = (card: Card) => Promise<Answer>;

export type Session = { answered: number; skipped: number; left: number };

/**
 * Asks about one mention after another, and saves each answer before it asks on. Going back asks again about the one before;
 * what is said then is saved as well, and counts as the last row.
 */
export async function holdSession(
  drawn: readonly Drawn[],
  { ask, save, cardOf }: { ask: Asker; save: (label: Label) => Promise<void>; cardOf: (one: Drawn) => Card },
  label: Pick<Label, 'brand' | 'day' | 'by'>,
): Promise<Session> {
  const said = new Map<number, 'answered' | 'skipped'>();
  for (let at = 0; at < drawn.length; ) {
    const one = drawn[at] as Drawn;
    const card = cardOf(one);
    const answer = await ask({ ...card, title: `${at + 1} of ${drawn.length}  ${card.title}` });
    if (answer === 'q') break;
    if (answer === 'b') {
      at = Math.max(0, at - 1);
      continue;
    }
    if (answer === 's') said.set(at, said.get(at) ?? 'skipped');
    else {
      await save({ mention: one.mention.id, ...label, tone: toneOf(answer), drawn: one.drawn });
      said.set(at, 'answered');
    }
    at += 1;
  }
  const counted = [...said.values()];
  return {
    answered: counted.filter((what) => what === 'answered').length,
    skipped: counted.filter((what) => what === 'skipped').length,
    left: drawn.length - counted.length,
  };
}

const toneOf = (answer: 'n' | 'u' | 'p'): Tone => tones[['n', 'u', 'p'].indexOf(answer)] as Tone;
