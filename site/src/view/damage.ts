import type { About } from '#contract';
import { words } from '../words.ts';
import type { Formats } from './numbers.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is damaged under the page, as one sentence; undefined where nothing is known to be. */
export function damageNotice(damage: About['damage'], formats: Formats): string | undefined {
  if (damage === undefined) return undefined;
  const { unreadable, edited } = damage;
  const say = words.damage;
  const parts = [
    ...(unreadable > 0 ? [say.unreadable(formats.number(unreadable))] : []),
    ...(edited > 0 ? [say.edited(formats.number(edited))] : []),
  ];
  const [one, other] = parts;
  if (one === undefined) return undefined;
  return say.notice(capital(other === undefined ? one : say.both(one, other)));
}

/** A place in the data as editors write it: without a line where the whole file is meant. */
export const placeText = ({ file, line }: { file: string; line: number }): string =>
  line === 0 ? `data/${file}` : `data/${file}:${line}`;
