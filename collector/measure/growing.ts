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
  /** Gives its memory back at once, not when the engine next clears up; it holds nothing then. */
  release(): void;
};

const fewest = 256;

function growing<C extends Int32Array | Float64Array>(
  make: new (lengthOrBuffer: number | ArrayBuffer) => C,
): Growing<C> {
  let column = new make(fewest);
  const resize = (bytes: number): void => {
    column = new make((column.buffer as ArrayBuffer).transfer(bytes));
  };
  let length = 0;
  return {
    push(value) {
      if (length === column.length) resize(2 * column.byteLength);
      column[length++] = value;
    },
    at: (row) => column[row] as number,
    set(row, value) {
      column[row] = value;
    },
    length: () => length,
    values: () => column.subarray(0, length) as C,
    release() {
      length = 0;
      resize(fewest * column.BYTES_PER_ELEMENT);
    },
  };
}

/** Whole numbers of 32 bits. */
export const growingWhole = (): Growing<Int32Array> => growing(Int32Array);
/** Any numbers, NaN among them. */
export const growingNumbers = (): Growing<Float64Array> => growing(Float64Array);
