import type { SurveySettings } from '#contract';
import { isPersonName, mayBeName } from './person-names.ts';
import type { Refusal, SurveyTools } from './survey-tools.ts';

const longestSegment = 80;
const mostSegments = 100;
/** From so many values on, a column in which most have few answers tells people apart, not segments. */
const fewValues = 10;
const fewestEach = 5;
/** Of the answers, the part that may be of values that hardly anybody else gave: the long tail of a column of countries. */
const mostRare = 0.25;
const fewRare = 20;

const ofVersions = /version|release|build|firmware|(?<![a-z])os(?![a-z])/i;
const ofPlaces =
  /city|cities|region|provin[cz]|count(?:y|ies)|kanton|canton|bezirk|state|country|place|location|market|store|shop|branch|outlet|site|filiale|standort|laden|stadt|land|ort$|ville|pays|magasin|tienda|ciudad|negozio/i;
const ofStores = /store|shop|branch|outlet|filiale|standort|laden|magasin|tienda|negozio/i;

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
/** IPv4; IPv6 in full, or with :: for what is nought; each with a port or the length of a net behind it. */
const addressOfNet = new RegExp(
  String.raw`(?<![\p{L}\p{N}.:])(?:${octet}(?:\.${octet}){3}|(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?=[\da-f:]{0,38}::)(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4})(?:[:/]\d{1,5})?(?![\p{L}\p{N}.])`,
  'iu',
);
const isAddressOfNet = (text: string): boolean => addressOfNet.test(text);

/** A day with its year, in numbers or words. */
const day =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{2}|\d{1,2}\.?\s\p{L}{3,10}\.?,?\s\d{4}|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|(?:19|20)\d{6})(?:[T ]\d.*)?$/u;
/** The first of a month is a cohort of those who came in it; of long ago it is a birthday. */
const firstOfMonth = /^(\d{4})-\d{2}-01$/;
const oldestCohort = 10;

const streets: readonly RegExp[] = [
  // Hauptstr. 5, Am Weg 3a, Marktplatz 1
  /(?:^|[\s,])(?:\p{L}*(?:str\.|straße|strasse|weg|gasse)|\p{L}{2,}(?:str|platz|allee|damm|straat|laan|gatan))\s*\d{1,4}\s?[a-z]?(?!\p{L}|\d)/iu,
  // 12 Mill Road
  /(?:^|[\s,])\d{1,5}[a-z]?,?\s+(?![kmgt]b\s)(?:\p{L}[\p{L}'.-]{0,30}\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|terrace|crescent)\.?(?!\p{L})/iu,
  // 5 rue de la Paix; Via Roma 5, Calle Mayor, 5
  /(?:^|[\s,])\d{1,4},?\s(?:(?:bis|ter)\s)?(?:rue|avenue|boulevard|chemin|impasse)\s\p{L}/iu,
  /(?:^|,\s*)(?:via|viale|corso|piazza|calle|avenida|paseo|rua|ulica|ul\.)\s+(?:\p{L}[\p{L}'.-]{0,30},?\s+){1,4}\d{1,4}(?!\d)/iu,
];
const postcodes: readonly RegExp[] = [
  // …, 10115 Berlin; …, NY 10001
  /,\s*(?:[A-Z]{1,2}[- ])?(?!\d{1,2}[05]00\s)\d{4,5}\s+\p{Lu}\p{L}+|,\s*[A-Z]{2}\s\d{5}(?:-\d{4})?$/u,
  // SW1A 1AA
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])/u,
  // 10115 Berlin; but 50000 Users
  /^\d{2}(?!000|500)\d{3}\s+\p{Lu}\p{L}{2,}$/u,
];
const isAddress = (text: string): boolean => [...streets, ...postcodes].some((pattern) => pattern.test(text));

/** Words for what somebody is, believes or suffers from, whatever the column is called. */
const special =
  /^(?:hiv(?:[ -]?(?:\+|positive|positiv))?|aids|diabet(?:es|ic|iker|iker\*?innen)|cancer|krebs|depress(?:ion|ed)|pregnant|schwanger|disabled|behindert|muslim|moslem|islam|catholic|katholisch|protestant|evangelisch|jewish|jüdisch|hindu|buddhist|atheist|gay|lesbian|bisexual|homosexual|heterosexual|transgender)$/i;

/** Parties, under a header that asks for one: a department may be called Labour too. */
const ofVotes =
  /(?<![a-z])(?:vot(?:e|ed|ing|er)|part(?:y|ies)|election|ballot)(?![a-z])|partei|wahl|parti(?:do|to)?(?![a-z])|élection|elección/i;
const parties =
  /^(?:labour|conservatives?|tor(?:y|ies)|lib(?:eral)? ?dem(?:ocrat)?s?|greens?|green party|reform(?: uk)?|snp|plaid cymru|ukip|republicans?|democrats?|gop|libertarian|cdu|csu|cdu\/csu|spd|fdp|afd|die linke|linke|bsw|grüne|die grünen|övp|spö|fpö|neos|svp|rassemblement national|renaissance|les républicains|la france insoumise|psoe|pp|vox|podemos|sumar|lega|pd|forza italia|fratelli d.italia|vvd|pvv|d66|pvda)(?: party)?$/i;

/** Whether most of the answers are of values that few gave: names are mostly distinct, plans are not. */
function isOfRareValues(given: readonly string[]): boolean {
  const counts = [...Map.groupBy(given, (value) => value).values()].map(({ length }) => length);
  if (counts.length <= fewValues) return false;
  if (counts.length * fewestEach > given.length) return true;
  const rare = counts.filter((count) => count < fewestEach);
  return rare.length >= fewRare && rare.reduce((sum, count) => sum + count, 0) > mostRare * given.length;
}

/** Why the values of a column are no segments: they may say who answered, or tell nobody together with others. Says none of them. */
export function segmentFlaw(
  answers: readonly { segment: string | null }[],
  { segment: header = '' }: SurveySettings,
  tools: SurveyTools,
): Refusal | undefined {
  const given = answers.flatMap(({ segment }) => segment?.normalize('NFKC') ?? []);
  const segments = [...new Set(given)];
  const refuse = (what: string): Refusal => ({
    refused: `\`segment\` names "${header}", a column with ${what}`,
  });
  const notRead = '; such columns are not read';
  if (segments.some(tools.isPersonal))
    return refuse(`addresses, telephone or account numbers in it${notRead}`);
  if (!ofVersions.test(header) && segments.some(isAddressOfNet))
    return refuse(`IP addresses in it${notRead}`);
  if (segments.some((segment) => segment.length > longestSegment))
    return refuse(`texts of over ${longestSegment} characters: it is no segment`);
  if (!ofStores.test(header) && segments.some(isAddress))
    return refuse(`what reads as addresses of streets or postcodes in it${notRead}`);
  const isCohort = (text: string) =>
    Number(firstOfMonth.exec(text)?.[1]) >= Number(tools.today.slice(0, 4)) - oldestCohort;
  if (!ofVersions.test(header) && segments.some((text) => day.test(text) && !isCohort(text)))
    return refuse(
      'dates in it, which may be those of births: write months or years, such as 2026-11, where it is about when people came',
    );
  if (
    segments.some((segment) => special.test(segment)) ||
    (ofVotes.test(header) && segments.some((segment) => parties.test(segment)))
  )
    return refuse(`what is about health, belief or the like in it (article 9 of the GDPR)${notRead}`);
  if (segments.length > mostSegments)
    return refuse(`over ${mostSegments} different values: it is no segment, and may name people`);
  const isOfPlaces = ofPlaces.test(header);
  const maybe = segments.filter((segment) => mayBeName(segment, tools.fold, { isOfPlaces }));
  if (
    segments.some((segment) => isPersonName(segment, tools.fold, { isOfPlaces })) ||
    (maybe.length >= Math.max(1, Math.min(2, segments.length)) && maybe.length * 2 > segments.length)
  )
    return refuse(`what reads as names of people in it${notRead}`);
  if (isOfRareValues(given))
    return refuse(
      `${segments.length} different values in ${given.length} answers, too few of each for a segment: it may name people`,
    );
  return undefined;
}
