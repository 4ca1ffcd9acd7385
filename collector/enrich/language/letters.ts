/** What a UTF-16 code unit is: no letter, a Latin one, one of another script. */
export const letterKinds = { none: 0, latin: 1, other: 2 } as const;

let kinds: Uint8Array | undefined;

/** The kind of every code unit. Looked up rather than matched: texts are read letter by letter, some ten thousand a second. */
export function letterTable(): Uint8Array {
  kinds ??= Uint8Array.from({ length: 0x10000 }, (_, code) => {
    const letter = String.fromCharCode(code);
    if (!/\p{L}/u.test(letter)) return letterKinds.none;
    return /\p{Script=Latin}/u.test(letter) ? letterKinds.latin : letterKinds.other;
  });
  return kinds;
}
