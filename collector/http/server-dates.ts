const dayMs = 86_400_000;

/**
 * What a server's clock said when it answered (RFC 9110, 6.6.1), corrected by the seconds that the answer lay in a cache.
 * Nothing where it says nothing that can be read.
 */
export function serverDate(headers: Readonly<Record<string, string>>): Date | undefined {
  const { date = '', age = '' } = headers;
  if (!/GMT$/.test(date)) return undefined;
  const atMs = Date.parse(date) + (/^\d{1,9}$/.test(age) ? Number(age) * 1000 : 0);
  return Number.isNaN(atMs) ? undefined : new Date(atMs);
}

/**
 * Whether this machine's clock is wrong: more than a day off the median of what the servers' clocks said, one a host.
 * Of an even number both in the middle must be off, so that one broken server among two convinces nobody.
 * Gives a sentence for people, or nothing.
 */
export function wrongClock(servers: readonly Date[], now: Date): string | undefined {
  const sorted = servers.map((date) => date.getTime()).sort((a, b) => a - b);
  const middle = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  const isOff = middle.every((atMs) => atMs !== undefined && Math.abs(atMs - now.getTime()) > dayMs);
  if (!isOff) return undefined;
  const [theirs = 0] = middle;
  return (
    `this machine's clock says ${now.toISOString()}, but ${sorted.length === 1 ? 'the one server' : `the ${sorted.length} servers`} that ` +
    `told the time said ${new Date(theirs).toISOString()}: nothing was written; set the clock, or give the time with --now`
  );
}
