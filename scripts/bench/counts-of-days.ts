/** Distributions of a day's count, as the chance of 0, 1, 2 …: what simulated brands are drawn from, and what an oracle knows of them. */
export type Chances = Float64Array;

const enoughOf = 1e-9;

/** Chances by a recursion from the first, until what is left is negligible. */
function until(first: number, next: (found: readonly number[]) => number, most: number): Chances {
  const found = [first];
  let sum = first;
  while (sum < 1 - enoughOf && found.length < most) {
    const one = next(found);
    found.push(one);
    sum += one;
  }
  return Float64Array.from(found);
}

const longest = (mean: number, dispersion: number): number =>
  Math.ceil(mean + 40 * dispersion + 14 * Math.sqrt(mean * dispersion) + 10);

/** Poisson. */
export const poissonChances = (mean: number): Chances =>
  until(Math.exp(-mean), (found) => ((found.at(-1) as number) * mean) / found.length, longest(mean, 1));

/** Negative binomial with variance = mean × dispersion. */
export function negativeBinomial(mean: number, dispersion: number): Chances {
  if (dispersion <= 1) return poissonChances(mean);
  const size = mean / (dispersion - 1);
  const share = 1 - 1 / dispersion;
  return until(
    (1 - share) ** size,
    (found) => ((found.at(-1) as number) * share * (size + found.length - 1)) / found.length,
    longest(mean, dispersion),
  );
}

/** Bursts: a Poisson number of them a day, each of a geometric number of stories; variance = mean × dispersion (Pólya and Aeppli). */
export function clustered(mean: number, dispersion: number): Chances {
  const more = (dispersion - 1) / (dispersion + 1);
  const bursts = mean * (1 - more);
  // Panjer's recursion.
  return until(
    Math.exp(-bursts),
    (found) => {
      const n = found.length;
      let sum = 0;
      let size = 1 - more;
      for (let of = 1; of <= n && size > 1e-14; of++, size *= more)
        sum += of * size * (found[n - of] as number);
      return (bursts / n) * sum;
    },
    longest(mean, dispersion),
  );
}

/** One of two distributions, the second with this chance. */
export function eitherOf(one: Chances, other: Chances, share: number): Chances {
  return Float64Array.from(
    { length: Math.max(one.length, other.length) },
    (_, at) => (1 - share) * (one[at] ?? 0) + share * (other[at] ?? 0),
  );
}

/** Beta-binomial: hits among so many whose common chance differs from day to day; `correlation` 0 makes it binomial. */
export function hitsAmong(of: number, share: number, correlation: number): Chances {
  const chances = new Float64Array(of + 1);
  const [a, b] =
    correlation > 0 ? [share * (1 / correlation - 1), (1 - share) * (1 / correlation - 1)] : [0, 0];
  const log = new Float64Array(of + 1);
  for (let hits = 1; hits <= of; hits++) {
    const left = of - hits;
    const odds = correlation > 0 ? (a + hits - 1) / (b + left) : share / (1 - share);
    log[hits] = (log[hits - 1] as number) + Math.log(((left + 1) / hits) * odds);
  }
  const most = Math.max(...log);
  let sum = 0;
  for (let hits = 0; hits <= of; hits++) sum += chances[hits] = Math.exp((log[hits] as number) - most);
  return chances.map((one) => one / sum);
}

/** A count drawn from its distribution. */
export function drawFrom(chances: Chances, random: () => number): number {
  let left = random();
  for (let count = 0; count < chances.length; count++) {
    left -= chances[count] as number;
    if (left < 0) return count;
  }
  return chances.length - 1;
}

/** The fewest that are as unlikely as this, or more: from there on who knows the distribution calls an alarm. */
export function unlikelyFrom(chances: Chances, below: number): number {
  let tail = 0;
  for (let count = chances.length - 1; count >= 0; count--) {
    tail += chances[count] as number;
    if (tail >= below) return count + 1;
  }
  return 0;
}
