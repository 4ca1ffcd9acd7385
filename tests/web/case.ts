import type { Status } from '#contract';
import type { Play } from './server.ts';

/** What a night must give for a case; what is left out is not looked at. */
export type Gives = {
  status: Status;
  reason?: string;
  /** Mentions stored in that night. */
  kept?: number;
  covers?: boolean;
};

/** One case of a host that misbehaves, played as a source of its own. */
export type Case = {
  /** Number of the case in the list of bad input. */
  id: string;
  what: string;
  play: Play;
  robots?: Play;
  /** Night by night; a case that has no second one is only looked at in the first. */
  gives: readonly Gives[];
  /** Titles that are stored, in any order. */
  titles?: readonly string[];
  /** Links that are stored. */
  urls?: readonly (string | null)[];
  /** Whether the feed was asked for with a condition, night by night. */
  conditional?: readonly boolean[];
  /** How long the source is left alone after the first night. */
  rests?: { leastHours: number; mostHours: number };
  notice?: RegExp;
  /** A path that must never be asked for. */
  never?: string;
};
