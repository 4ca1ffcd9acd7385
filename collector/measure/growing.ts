type Column = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

/** A column that is filled from its beginning, and grows as it must. */
export type Growing<C extends Column> = {
  push(value: number): void;
  at(row: number): number;
  length(): number;
  /** What it holds. */
  values(): C;
};

const fewest = 256;

export function growing<C extends Column>(make: new (length: number) => C): Growing<C> {
  let column = new make(fewest);
  let length = 0;
  return {
    push(value) {
      if (length === column.length) {
        const longer = new make(2 * length);
        longer.set(column);
        column = longer;
      }
      column[length++] = value;
    },
    at: (row) => column[row] as number,
    length: () => length,
    values: () => column.subarray(0, length) as C,
  };
}
