/** Between two times of clearing up. */
const mostBytes = 4_000_000;
let given = 0;

/**
 * Counts bytes that a page hands to the build, which copies them more than once on their way to the disk. Copies lie outside of
 * what the engine watches as its heap, so that it would clear up tens of megabytes too late; here it is told to, where the
 * command has allowed it.
 */
export function clearUpAfter(bytes: number): void {
  given += bytes;
  if (given < mostBytes) return;
  given = 0;
  (globalThis as { gc?: () => void }).gc?.();
}
