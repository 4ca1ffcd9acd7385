/** Rows of numbers, one after the other. */
export type Matrix = { rows: number; columns: number; values: Float64Array };

/** The mean of the rows. */
function meanOf({ rows, columns, values }: Matrix): Float64Array {
  const mean = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < columns; at += 1)
      mean[at] = (mean[at] as number) + (values[row * columns + at] as number) / rows;
  return mean;
}

/** Solves a symmetric system by Gauss-Jordan elimination; `system` and `right` are used up. */
function solved(system: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const row = system[pivot] as number[];
    const factor = 1 / (row[pivot] as number);
    for (let at = 0; at < size; at += 1) row[at] = (row[at] as number) * factor;
    right[pivot] = (right[pivot] as number) * factor;
    for (let other = 0; other < size; other += 1) {
      if (other === pivot) continue;
      const line = system[other] as number[];
      const share = line[pivot] as number;
      if (share === 0) continue;
      for (let at = 0; at < size; at += 1) line[at] = (line[at] as number) - share * (row[at] as number);
      right[other] = (right[other] as number) - share * (right[pivot] as number);
    }
  }
  return right;
}

/** The direction along which known ratings grow, of length 1: ridge regression of the ratings on the centred rows. */
function ratingDirection(matrix: Matrix, mean: Float64Array, ratings: ReadonlyMap<number, number>): number[] {
  const { columns, values } = matrix;
  const system = Array.from({ length: columns }, (_, a) =>
    Array.from({ length: columns }, (_, b) => (a === b ? 3 : 0)),
  );
  const right = new Array<number>(columns).fill(0);
  for (const [row, rating] of ratings)
    for (let a = 0; a < columns; a += 1) {
      const value = (values[row * columns + a] as number) - (mean[a] as number);
      right[a] = (right[a] as number) + value * rating;
      for (let b = 0; b < columns; b += 1)
        (system[a] as number[])[b] =
          ((system[a] as number[])[b] as number) +
          value * ((values[row * columns + b] as number) - (mean[b] as number));
    }
  const direction = solved(system, right);
  const length = Math.hypot(...direction);
  return direction.map((value) => value / length);
}

const turns = 60;

/** The directions in which the rows differ most, at right angles to `first` and to each other: power iteration. */
function mainDirections(matrix: Matrix, mean: Float64Array, first: number[], count: number): number[][] {
  const { rows, columns, values } = matrix;
  const spread = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let row = 0; row < rows; row += 1)
    for (let a = 0; a < columns; a += 1) {
      const value = ((values[row * columns + a] as number) - (mean[a] as number)) / rows;
      const line = spread[a] as Float64Array;
      for (let b = 0; b < columns; b += 1)
        line[b] = (line[b] as number) + value * ((values[row * columns + b] as number) - (mean[b] as number));
    }
  const found = [first];
  const upright = (direction: number[]): number[] => {
    for (const other of found) {
      const share = direction.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
      for (let at = 0; at < columns; at += 1)
        direction[at] = (direction[at] as number) - share * (other[at] as number);
    }
    const length = Math.hypot(...direction);
    return direction.map((value) => value / length);
  };
  while (found.length < count) {
    let direction = upright(Array.from({ length: columns }, (_, at) => Math.sin(at * 7 + found.length)));
    for (let turn = 0; turn < turns; turn += 1)
      direction = upright(
        spread.map((line) => line.reduce((sum, value, at) => sum + value * (direction[at] as number), 0)),
      );
    found.push(direction);
  }
  return found;
}

/**
 * Rows in fewer dimensions: first the direction in which known ratings (by row) grow, then those in which the rows differ most.
 * Each dimension is brought to a mean of 0 and a standard deviation of 1 over the rows.
 */
export function reduce(matrix: Matrix, ratings: ReadonlyMap<number, number>, dimensions: number): number[][] {
  const { rows, columns, values } = matrix;
  const mean = meanOf(matrix);
  const directions = mainDirections(matrix, mean, ratingDirection(matrix, mean, ratings), dimensions);
  const reduced = Array.from({ length: rows }, (_, row) =>
    directions.map((direction) =>
      direction.reduce(
        (sum, part, at) => sum + part * ((values[row * columns + at] as number) - (mean[at] as number)),
        0,
      ),
    ),
  );
  const deviations = directions.map((_, at) =>
    Math.sqrt(reduced.reduce((sum, row) => sum + (row[at] as number) ** 2, 0) / Math.max(1, rows)),
  );
  return reduced.map((row) => row.map((value, at) => value / (deviations[at] || 1)));
}
