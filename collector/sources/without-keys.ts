import type { Reading } from '../types.ts';

const shortestKey = 6;

/**
 * A key that an API takes in its address is part of what is said and remembered of that address. Nothing of it is told or
 * stored.
 */
export function withoutKeys(reading: Reading, keys: readonly (string | undefined)[]): Reading {
  const hidden = keys
    .filter((key) => key !== undefined && key.length >= shortestKey)
    .flatMap((key = '') => [key, encodeURIComponent(key.toWellFormed())]);
  if (hidden.length === 0) return reading;
  const hide = (text: string) => hidden.reduce((shown, key) => shown.replaceAll(key, '(secret)'), text);
  const { addresses, ...state } = reading.state;
  return {
    ...reading,
    url: hide(reading.url),
    ...(reading.detail === undefined ? {} : { detail: hide(reading.detail) }),
    notices: reading.notices.map(hide),
    state: addresses
      ? {
          ...state,
          addresses: Object.fromEntries(Object.entries(addresses).map(([at, of]) => [hide(at), of])),
        }
      : state,
  };
}
