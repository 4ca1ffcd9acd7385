/**
 * A column that is filled from its beginning, and grows as it must. Of two kinds only, whole numbers and others: the engine
 * makes code that serves both fast, and not code that serves five.
 */
export type Growing<C extends Int32Array | Float64Array = Int32Array | Float64Array> = {
  push(value: number): void;
  at(row: number): number;
  set(row: number, value: number): void;
  length(): number;
  /** What it holds. */
  values(): C;
};

const fewest = 256;

function growing<C extends Int32Array | Float64Array>(make: new (length: number) => C): Growing<C> {
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
    set(row, value) {
      column[row] = value;
    },
    length: () => length,
    values: () => column.subarray(0, length) as C,
  };
}

/** Whole numbers of 32 bits. */
export const growingWhole = (): Growing<Int32Array> => growing(Int32Array);
/** Any numbers, NaN among them. */
export const growingNumbers = (): Growing<Float64Array> => growing(Float64Array);
