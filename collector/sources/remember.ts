import { createHash } from 'node:crypto';
import { instant } from '#contract';
import type { Answer, Failure, RawItem, SourceState, Status, Unreadable } from '../types.ts';
import { nextAllowed } from './back-off.ts';
import { lostParts, shapeOf } from './shape.ts';
import { windowOf } from './window.ts';

/** What was remembered, and the time of the night. */
type Before = { state: SourceState; now: Date };
type Read = { items: RawItem[]; first?: Answer; trouble?: Failure | Unreadable; restUntil?: Date };

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/**
 * What was remembered, for the first address of a source as it stands in the config now. Validators, window and waits
 * of another address say nothing of this one: they are left out.
 */
export function stateAt(address: string, state: SourceState): SourceState {
  if (state.address === undefined || state.address === address) return { ...state, address };
  const {
    addresses: _,
    window: __,
    nextAllowedAt: ___,
    refusals: ____,
    shape: _____,
    lost: ______,
    rhythm: _______,
    hollow: ________,
    ...others
  } = state;
  return { ...others, address };
}

/** Validators as they may be sent back: those that are short and plain, of answers that were whole. */
export function validatorsOf(answer: Answer): { etag?: string; lastModified?: string; body: string } {
  const { etag, 'last-modified': lastModified } = answer.headers;
  const plain = (value: string | undefined, longest: number): value is string =>
    value !== undefined && value.length <= longest && /^[\x20-\x7e]+$/.test(value);
  return {
    ...(plain(etag, 1024) ? { etag } : {}),
    ...(plain(lastModified, 128) ? { lastModified } : {}),
    body: hashOf(answer.body),
  };
}

/**
 * Whether a list that is empty tonight held something before. Most lists show their newest items, whenever those came: one
 * that shows none any more has broken, and nobody can tell what it would have shown.
 */
export const isHollow = ({ window = [], hollow = false }: SourceState): boolean =>
  hollow || window.length > 0;

/** State of a list that holds items again. */
export function filled({ hollow: _, ...state }: SourceState): SourceState {
  return state;
}

/** State after a good night: nothing to wait for, no failures in a row. */
export function rested({ nextAllowedAt: _, restOf: __, refusals: ___, ...state }: SourceState): SourceState {
  return state;
}

/** State after a failure: how many there were in a row, and when to ask again. */
export function afterFailure(failure: Failure, address: string, { state, now }: Before): SourceState {
  const { nextAllowedAt: _, restOf: __, refusals: before = 0, ...kept } = state;
  // Where the host was left alone for what it said to another source, this one has not failed itself: its own wait
  // does not grow, or it would starve beside a source that is always asked before it.
  const refusals = failure.reason === 'retry_after' ? before : before + 1;
  const wait = nextAllowed(failure, refusals, now);
  return {
    ...kept,
    ...(failure.reason === 'bad_304' ? { addresses: { [address]: {} } } : {}),
    ...(refusals > 0 ? { refusals } : {}),
    ...(wait ? { nextAllowedAt: instant(wait) } : {}),
    ...(failure.nextAllowedAt ? hostOf(state) : {}),
  };
}

/** The host that a source is asked at, to be noted where it said itself for how long it wants to be left alone. */
function hostOf({ address = '' }: SourceState): { restOf?: string } {
  const host = URL.parse(address)?.host;
  return host ? { restOf: host } : {};
}

/**
 * State after items were read: what will tell the next night what is new.
 * @param address of the first request; left out where it is another every night, so that nothing is to be remembered of it
 */
export function afterReading(
  { items, trouble, first, restUntil }: Read,
  status: Status,
  address: string | undefined,
  options: Before,
): SourceState {
  const after = trouble && 'kind' in trouble ? afterFailure(trouble, '', options) : rested(options.state);
  const state =
    restUntil === undefined ? after : { ...after, nextAllowedAt: instant(restUntil), ...hostOf(after) };
  if (address === undefined) {
    const { addresses: _, window: __, ...kept } = state;
    return kept;
  }
  const isLost = status === 'changed' && lostParts(items, state).length > 0;
  const { lost = 0, ...found } = state;
  const kept = isLost ? { ...found, lost: lost + 1 } : status === 'changed' ? state : found;
  // What was not read to its end, or not understood, must be asked for whole the next time.
  if (trouble || status === 'cut' || status === 'changed' || !first)
    return { ...kept, addresses: { [address]: {} } };
  // Its last version with items is asked for again: "not modified" then says that it is back, and that nothing was missed.
  if (items.length === 0 && isHollow(kept)) return { ...kept, hollow: true };
  const addresses = { [address]: validatorsOf(first) };
  if (items.length === 0) return { ...kept, addresses };
  const shape = shapeOf(items);
  return { ...filled(kept), addresses, window: windowOf(items), ...(shape && { shape }) };
}
