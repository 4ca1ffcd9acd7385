/**
 * More is not always better: of prices, waits and outages a rise is bad and a fall is good, the other way round than of the sales
 * and shares that public texts about business are full of. Where such a thing stands with its direction, the direction is put as
 * what it means. Of our own compilation, English.
 */
const standIns = { worse: 'worse', better: 'great' } as const;

const burdens = [
  'pric(?:es?|ing)',
  'costs?',
  String.raw`(?:\p{L}+\s+)?(?:fees?|fares?|surcharges?)`,
  'rents?|bills?',
  String.raw`(?:wait(?:ing)?|queu(?:e|ing)|response|delivery)\s+times?|waits?|queues?|delays?`,
  'outages?|downtime|crashes|bugs|errors|defects|faults|breaches|hacks|scams?|fraud',
  'complaints?|returns?\\s+rates?|churn|cancellations?|layoffs?|redundancies|job\\s+(?:cuts|losses)',
  '(?:carbon\\s+|co2\\s+)?emissions?|pollution|waste|noise|accidents?|injur(?:y|ies)|debts?|losses',
].join('|');

// What is bought as an investment is the better the dearer it is, and so are shares; who analyses them has targets for prices.
const investments = String.raw`shares?|stocks?|equit(?:y|ies)|bonds?|gold|silver|crude|oil|petrol|copper|zinc|nickel|lead|alumini?um|steel|iron|ore|metals?|coal|gas|wheat|corn|soy\p{L}*|sugar|cotton|rubber|palm|cardamom|pepper|turmeric|commodit(?:y|ies)|bullion|crypto|bitcoin|house|housing|home|property|land`;
const notOfInvestments = String.raw`(?<!(?<![\p{L}\p{N}])(?:${investments})\s+)`;
const noTarget = String.raw`(?!\s+(?:targets?|bands?|to\s+earnings))`;

const up = String.raw`ris(?:es?|en|ing)|rose|(?:go(?:es|ing|ne)?|went|are|is|were|was)\s+(?:back\s+)?up|up|increas(?:es?|ed|ing)|soar(?:s|ed|ing)?|jump(?:s|ed)?|surg(?:es?|ed|ing)|climb(?:s|ed|ing)?|gr(?:ow|ows|ew|owing|own)|mount(?:s|ed|ing)?|doubl(?:es?|ed)|tripl(?:es?|ed)|sky-?rocket(?:s|ed|ing)?|spiral(?:s|led|ling)?|spik(?:es?|ed|ing)|higher|high|steep(?:er)?`;
const down = String.raw`fall(?:s|en|ing)?|fell|(?:go(?:es|ing|ne)?|went|c[ao]me|coming|are|is|were|was)\s+(?:back\s+)?down|down|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|shr[iau]nk(?:s|ing)?|halv(?:es?|ed)|eas(?:es?|ed|ing)|slump(?:s|ed)?|plung(?:es?|ed)|tumbl(?:es?|ed)|decreas(?:es?|ed|ing)|lower|low|shorter|fewer`;
const raising = String.raw`rais(?:es?|ed|ing)|hik(?:es?|ed|ing)|increas(?:es?|ed|ing)|put(?:s|ting)?\s+up|push(?:es|ed)?\s+up|bump(?:s|ed)?\s+up|jack(?:s|ed)?\s+up|doubl(?:es?|ed|ing)|tripl(?:es?|ed|ing)|higher|high|rising|soaring|growing|mounting|spiralling|steep|steeper|more|longer`;
const lowering = String.raw`cut(?:s|ting)?|slash(?:es|ed|ing)?|lower(?:s|ed|ing)?|low|reduc(?:es?|ed|ing)|drop(?:s|ped|ping)?|halv(?:es?|ed|ing)|bring(?:s|ing)?\s+down|brought\s+down|eas(?:es|ed|ing)|falling|shrinking|fewer|less|shorter|curb(?:s|ed|ing)?|trim(?:s|med|ming)?`;

const between = String.raw`(?:\s+(?:have|has|had|are|is|were|was|be|been|being|keep|keeps|kept|will|just|again|now|always|still|only|also|constantly|suddenly|simply|far|much|so|too|really|very|quite|pretty|way|even|a\s+bit|a\s+little|a\s+lot|at\s+\p{L}+|of\s+\p{L}+)){0,4}`;
const its = String.raw`(?:\s+(?:its|their|the|all|our|my|your|some|of|on|\p{L}+ed|\p{L}+ion|menu|ticket|app|customer|store|shop|coffee|food|data|phone|average|record)){0,2}`;
const begins = String.raw`(?<![\p{L}\p{N}])`;
const ends = String.raw`(?![\p{L}\p{N}]|\s+(?:to|than)\s+(?:[$€£]\s*)?\d)`;
const thing = `${notOfInvestments}(?:${burdens})${noTarget}`;

/** Patterns of a thing and its direction, with what stays of it in the groups `before` and `after`; and what it comes to for who pays or waits. */
const readings: readonly { pattern: RegExp; means: keyof typeof standIns }[] = [
  { source: `(?<before>${begins}${thing}${between}\\s+)(?:${up})${ends}`, means: 'worse' as const },
  { source: `(?<before>${begins}${thing}${between}\\s+)(?:${down})${ends}`, means: 'better' as const },
  { source: `${begins}(?:${raising})(?<after>${its}\\s+${thing})${ends}`, means: 'worse' as const },
  { source: `${begins}(?:${lowering})(?<after>${its}\\s+${thing})${ends}`, means: 'better' as const },
  {
    source: `(?<before>${begins}${notOfInvestments}(?:price|fee|fare|rent|cost)\\s+)(?:(?:hike|rise|increase|jump|surge|bump)s?)${ends}`,
    means: 'worse' as const,
  },
  {
    source: `(?<before>${begins}${notOfInvestments}(?:price|fee|fare|rent|cost)\\s+)(?:(?:cut|drop|reduction|decrease)s?)${ends}`,
    means: 'better' as const,
  },
].map(({ source, means }) => ({ pattern: new RegExp(source, 'giu'), means }));

/** Few texts say any of it: what they all need is looked for first. */
const anyBurden =
  /(?<!\p{L})(?:pric(?:e|es|ing)|cost|fee|fees|fares?|(?:sur)?charges?|rents?|bills?|times?|wait|waits|queue|delay|outage|downtime|crash|bugs|errors|defect|fault|breach|hack|scam|fraud|complaint|return|churn|cancellation|layoff|redundanc|job|emission|pollution|waste|noise|accident|injur|debt|losses)/iu;

/** Talk of markets, to which dearer goods are good news, and of imports, taxes and politics, of which nobody knows whom they burden. */
const ofMarkets =
  /(?<![\p{L}\p{N}])(?:shares?|stocks?|sensex|nifty|futures|rupees?|rs|dollars?|yen|crore|lakh|per\s+cent|traders?|trading|bulls?|bears?|bullish|bearish|analysts?|profits?|income|earnings|revenues?|q[1-4]|ebitda|margins?|quarter|markets?|commodit(?:y|ies)|imports?|exports?|crop|harvest|mandi|barrel|opec|inflation|demand|supply|supplies|buying|sector|outlook|tax(?:es)?|senate|congress|minister|president)(?![\p{L}\p{N}])/iu;

/** The text with the direction of what burdens people put as what it means; a text that says none as it is. */
export function directionsRead(text: string): string {
  if (!anyBurden.test(text) || ofMarkets.test(text)) return text;
  return readings.reduce(
    (read, { pattern, means }) =>
      read.replace(pattern, (...found) => {
        const groups = found.at(-1) as { before?: string; after?: string };
        return `${groups.before ?? ''}${standIns[means]}${groups.after ?? ''}`;
      }),
    text,
  );
}
