import type { Naming } from './whose.ts';

const owner = '(?:my|our|your|his|her|their)';
const ownsIt = new RegExp(`\\b${owner}\\s+(?:\\p{L}+\\s+)?$`, 'iu');
// Things with batteries, prices and faults of their own. An order, an account or a parcel is the brand's business.
const things =
  '(?:old |new )?(?:car|van|truck|motorbike|motorcycle|bike|bicycle|scooter|boat|house|flat|apartment|landlord|employer|boss|laptop|computer|phone|tablet|watch|camera|tv|television|fridge|freezer|boiler|oven|dishwasher|headphones|remote|torch)';
const thing = new RegExp(
  `\\b(?:of|in|on)\\s+${owner}\\s+${things}\\b|\\b${owner}\\s+${things}['’]s\\b`,
  'giu',
);
/** Code units before a name that are looked at. */
const mostBefore = 40;

/** Whether somebody has one of a brand's: "my Kestrel". */
export const hasOne = (text: string, namings: readonly Naming[]): boolean =>
  namings.some(
    ({ from, genitive }) => !genitive && ownsIt.test(text.slice(Math.max(0, from - mostBefore), from)),
  );

/**
 * Tells what a clause says of another thing that somebody has: "the battery of my car", "my car's battery". Where no brand's
 * thing is told apart from it ("my Kestrel"), "my phone" may well be the brand's, and this must not be asked.
 */
export function ofAnotherThing(
  clause: string,
  namings: readonly Naming[],
): (from: number, to: number) => boolean {
  const places = Array.from(clause.matchAll(thing), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  })).filter((place) => !namings.some((naming) => naming.from < place.to && naming.to > place.from));
  const besides = (from: number, to: number): boolean => clause.slice(from, to).trim() === '';
  return (from, to) =>
    places.some(
      (place) =>
        (place.from < to && place.to > from) ||
        (to <= place.from && besides(to, place.from)) ||
        (place.to <= from && besides(place.to, from)),
    );
}
