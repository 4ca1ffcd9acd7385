/** A document as an example: the same shape, with the first entries of its lists and of its maps of ids, and no long texts. */
export function cutShort(value: unknown, longest = 2, depth = 0): unknown {
  if (Array.isArray(value))
    return value
      .slice(0, isTuple(value) ? value.length : longest)
      .map((one) => cutShort(one, longest, depth + 1));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, cutShort(one, longest, depth + 1)]),
    );
  return value;
}

/** Places of plain values have a meaning each: such a list is kept whole. */
const isTuple = (list: readonly unknown[]): boolean =>
  list.length <= 12 && list.every((one) => typeof one !== 'object' || one === null);
