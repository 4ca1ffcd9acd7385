/**
 * Where a word that a trade may praise with has its plain sense all the same: whoever is sick of a brand, or fell sick, does not say
 * that it is sick. By word, patterns of what stands around it; of our own compilation, English.
 */
const someone = String.raw`(?:me|us|him|her|them|you|everyone|everybody|people|\p{L}+)`;
const whose = `(?:my|our|his|her|their|the|your|a|all)`;
const howMany = String.raw`(?:(?:up to|at least|about|around|some|over|more than|nearly|almost)\s+)?`;
const living = `people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|kids?|boys?|girls?|pedestrians?|cyclists?|drivers?|workers?|passengers?|patients?|birds?|fish|bees|animals?|dogs?|cats?|trees?`;
const number = String.raw`\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|many|several`;
const amounts = `prices?|fees?|rates?|costs?|rents?|bills?|charges?|surcharges?|markups?|queues?|waits?|waiting|delays?|demands?|expectations?`;

const senses: Readonly<Record<string, readonly string[]>> = {
  sick: [
    String.raw`sick\s+(?:and\s+tired\s+|to\s+death\s+)?(?:of|to|with|from|after)`,
    String.raw`sick\s+(?:days?|leave|pay|notes?|bags?|people|kids?|child(?:ren)?|dogs?|cats?|bab(?:y|ies))`,
    String.raw`(?:mak(?:e|es|ing)|made)\s+(?:${whose}\s+)?${someone}(?:\s+\p{L}+)?\s+(?:\p{L}+ly\s+|so\s+|very\s+)?sick`,
    String.raw`(?:g[eo]t(?:s|ting)?|feel(?:s|ing)?|felt|f[ae]ll(?:s|ing)?|fell|been|call(?:s|ed|ing)?\s+in|off|home|worried|travel|motion|sea|car)\s+(?:\p{L}+ly\s+|so\s+|very\s+)?sick`,
    String.raw`(?:i|we|he|she|they|who|${living}|son|daughter|wife|husband|mother|father|mum|mom|dad|family|bab(?:y|ies)|staff|customers|guests)(?:['’](?:m|re|s|ve))?\s+(?:(?:am|is|are|was|were|all|both|been|has|have|had|also|now)\s+)*(?:so\s+|very\s+|really\s+)?sick`,
    String.raw`(?:i['’]m|we['’]re|he['’]s|she['’]s|they['’]re)\s+(?:\p{L}+ly\s+|so\s+|very\s+)?sick`,
  ],
  kill: [String.raw`kill\s+(?:${whose}\s+)?${howMany}(?:${number}|${living}|jobs|battery|off|time)`],
  kills: [String.raw`kills\s+(?:${whose}\s+)?${howMany}(?:${number}|${living}|jobs|battery|off|time|me)`],
  killed: [
    String.raw`killed\s+(?:${whose}\s+)?${howMany}(?:${number}|${living}|jobs|battery|off|by|in)`,
    String.raw`(?:was|were|been|being|got)\s+killed`,
  ],
  killing: [String.raw`killing\s+(?:${whose}\s+)?${howMany}(?:${number}|${living}|jobs|battery|off|time|me)`],
  unreal: [String.raw`unreal\s+(?:${amounts})`, String.raw`(?:${amounts})\s+(?:is|are|was|were)\s+unreal`],
  insane: [String.raw`insane\s+(?:${amounts})`, String.raw`(?:${amounts})\s+(?:is|are|was|were)\s+insane`],
  crazy: [String.raw`crazy\s+(?:${amounts})`, String.raw`(?:${amounts})\s+(?:is|are|was|were)\s+crazy`],
  mad: [
    String.raw`mad\s+(?:at|with|that)`,
    String.raw`(?:mak(?:e|es|ing)|made|so|drives?|drove|gets?|got)\s+(?:${someone}\s+)?mad`,
  ],
};

/** Finds the places of a text in which one of some words has its plain sense, as pairs of code units; undefined where none is known. */
export function plainSensesOf(words: Iterable<string>): ((text: string) => [number, number][]) | undefined {
  const known = Array.from(words).flatMap((word) =>
    Object.hasOwn(senses, word) ? (senses[word] ?? []) : [],
  );
  if (known.length === 0) return undefined;
  const patterns = known.map(
    (one) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${one})(?![\p{L}\p{N}])`, 'giu'),
  );
  return (text) =>
    patterns.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ index, 0: found }): [number, number] => [
        index,
        index + found.length,
      ]),
    );
}
