import { clausesOf } from './clauses.ts';
import { commonest, smallWords } from './common-words.ts';
import { comparable, tokensOf, unspaced } from './tokens.ts';
import { formsOf } from './word-forms.ts';

/** A story as candidates are looked for in it: its text without names of brands, and whether it has a theme. */
export type Told = { text: string; title: string; site: string; lang: string; themed: boolean };

/** Something that is said where no theme is found. */
export type Candidate = {
  term: string;
  lang: string;
  /** Stories without a theme that say it, and stories with one. */
  stories: number;
  themed: number;
  sites: number;
  /** How much more it stands where no theme is, in standard errors: log-odds with a Dirichlet prior. */
  z: number;
  samples: string[];
};

export type CandidateOptions = {
  /** Stories without a theme that a candidate stands in at least, and sites that they come from. */
  leastStories: number;
  leastSites: number;
  most: number;
};

/** English words that say nothing by themselves, besides those of every text. */
const filler = new Set(
  `after again against also always am another any anyone anything around away back because before being between both came come cannot cant
   couldnt day did didnt does doesnt doing done dont down each either else even ever every everyone everything few find first found gave get
   gets getting give go goes going gone gonna good got great had hasnt havent having her here hers herself himself how however im into isnt
   itself ive keep last least less let like little ll look lot lots made make makes many may maybe me might mine more most much must myself
   need never new next no nobody none nor nothing now off often oh ok okay old once one only onto other others over own per perhaps please
   put quite rather really right said same saw say says see seems seen several shall she should since so some someone something still such sure
   take tell than thank thanks them themselves then there these thing things think those though through thus time today together too took
   toward try two under until upon us use used very want wants was wasnt way we week well went were what whatever when where which while who
   whole whom whose why will with within without wont word would wouldnt year years yes yesterday yet you youre yours yourself`.split(
    /\s+/,
  ),
);
// A verb or "home" alone is about nothing; within a phrase these may stand ("opening hours stopped").
const idle = new Set(
  `add allow ask become begin believe bring bring build buy call carry change choose come decide end enjoy expect feel follow guess happen hear help
   hold hope keep know learn leave like live look love mean meet mention move notice offer open pass pick plan play provide pull push read reach
   receive remember require return run seem send set show sit spend stand start stay stop suggest talk tell think throw turn visit wait walk watch
   wear wish wonder work write
   became began begun bought brought built chose felt forgot happened heard held kept knew known leaving left meant met paid ran sat sent shown
   spent stood thought threw told written wrote wore
   home house bit stuff place`
    .trim()
    .split(/\s+/)
    .flatMap(formsOf),
);
/** What an apostrophe joins to a word: I'd, they'll, that's. "Don't" stays a word, or the phrase would say the opposite. */
const contracted = /(?<=\p{L})['’](?:d|ll|m|re|s|ve)(?!\p{L})/giu;
const isFiller = (word: string): boolean =>
  word.length < 2 ||
  /^\p{N}+$/u.test(word) ||
  filler.has(word) ||
  idle.has(word) ||
  commonest.has(word) ||
  smallWords.has(word) ||
  adverb.test(word);

/** A word of more stories than this share is no candidate in its language: words like "der" or "une" are. */
const commonShare = 0.25;
const longest = 3;
/** Stories of a language, without a theme and in all, below which nothing is said of it. */
export const fewestUntold = 20;
const priorWeight = 50;
const fewestZ = 1;
/** A term of which more stories than so many times those without a theme have one is no missing theme, however much it stands out. */
const mostThemed = 2;
/** How much further ahead a phrase stands for each word beyond its first: a phrase says what it is about, one word seldom. */
const phraseLead = 0.5;
/** "Thoroughly", "barely": how, never what. */
const adverb = /^(?!(?:fami|supp|rep|monopo|assemb|anoma)ly$|\p{L}{1,3}lly$).{3,}ly$/u;
const mostSamples = 2;
/** A word that stands in so many of the stories of a longer phrase and hardly elsewhere says no more than the phrase. */
const mostlyWithin = 0.7;

const segmenters = new Map<string, Intl.Segmenter>();
/** The words of a clause; of scripts without spaces as a dictionary cuts them. */
function wordsIn(clause: string, lang: string): string[] {
  if (!unspaced.test(clause)) return tokensOf(clause.replace(contracted, ' ')).map(({ word }) => word);
  const known = segmenters.get(lang);
  const segmenter = known ?? new Intl.Segmenter(lang === 'und' ? undefined : lang, { granularity: 'word' });
  if (known === undefined) segmenters.set(lang, segmenter);
  return Array.from(segmenter.segment(clause))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => comparable(segment));
}

/** Words and phrases of up to three words, none of which begins or ends with a word that says nothing. Each once. */
function termsOf({ text, lang }: Told): Set<string> {
  const terms = new Set<string>();
  for (const clause of clausesOf(text)) {
    const words = wordsIn(clause, lang);
    const glue = unspaced.test(clause) ? '' : ' ';
    for (let from = 0; from < words.length; from += 1) {
      if (isFiller(words[from] as string)) continue;
      for (let to = from; to < Math.min(words.length, from + longest); to += 1) {
        if (/^x{2,}$/.test(words[to] as string)) break;
        if (!isFiller(words[to] as string)) terms.add(words.slice(from, to + 1).join(glue));
      }
    }
  }
  for (const term of terms) if (/^x{2,}$/.test(term)) terms.delete(term);
  return terms;
}

/**
 * What stories without a theme say more than those with one, by language, the likeliest first. Log-odds ratio with an
 * informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), whose prior is what all stories of the language say:
 * it ranks by how often and how distinctive at once, phrases ahead of words. What mostly stands where a theme is found already is left out.
 * Counts are of stories. Same stories, same candidates.
 */
export function findCandidates(told: readonly Told[], options: CandidateOptions): Candidate[] {
  const found = Array.from(Map.groupBy(told, ({ lang }) => lang))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([lang, stories]) => ofLanguage(lang, stories, options));
  return found
    .sort((a, b) => b.z * lead(b) - a.z * lead(a) || b.stories - a.stories || (a.term < b.term ? -1 : 1))
    .slice(0, options.most);
}

const lead = ({ term }: Candidate): number => 1 + phraseLead * (term.split(' ').length - 1);

function ofLanguage(
  lang: string,
  stories: readonly Told[],
  { leastStories, leastSites }: CandidateOptions,
): Candidate[] {
  const untold = stories.filter(({ themed }) => !themed);
  if (untold.length < fewestUntold) return [];
  const within = new Map<string, Told[]>();
  const outside = new Map<string, number>();
  for (const story of stories)
    for (const term of termsOf(story)) {
      if (story.themed) outside.set(term, (outside.get(term) ?? 0) + 1);
      else within.set(term, [...(within.get(term) ?? []), story]);
    }
  const sums = { within: 0, outside: 0 };
  for (const list of within.values()) sums.within += list.length;
  for (const count of outside.values()) sums.outside += count;
  const all = sums.within + sums.outside;
  // Where hardly anything has a theme, as in a language whose words no theme has, there is nothing to stand out from: then
  // every term is as likely before, and what is said most leads.
  const compared = stories.length - untold.length >= fewestUntold;
  const terms = new Set([...within.keys(), ...outside.keys()]).size;

  const candidates: (Candidate & { in: Set<Told> })[] = [];
  for (const [term, list] of within) {
    const sites = new Set(list.map(({ site }) => site)).size;
    const themed = outside.get(term) ?? 0;
    if (list.length < leastStories || sites < leastSites) continue;
    if (!term.includes(' ') && list.length + themed > stories.length * commonShare) continue;
    const prior = compared ? (priorWeight * (list.length + themed)) / all : priorWeight / terms;
    const odds = (count: number, sum: number): number =>
      Math.log((count + prior) / (sum + priorWeight - count - prior));
    const usual = compared ? odds(themed, sums.outside) : Math.log(1 / terms);
    const variance = 1 / (list.length + prior) + (compared ? 1 / (themed + prior) : 0);
    const z = (odds(list.length, sums.within) - usual) / Math.sqrt(variance);
    if (compared && (z < fewestZ || themed > list.length * mostThemed)) continue;
    candidates.push({
      term,
      lang,
      stories: list.length,
      themed,
      sites,
      z: Math.round(z * 100) / 100,
      samples: samplesOf(list),
      in: new Set(list),
    });
  }
  return withoutParts(candidates).map(({ in: _in, ...candidate }) => candidate);
}

const samplesOf = (list: readonly Told[]): string[] =>
  Array.from(new Set(list.map(({ title }) => title)))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, mostSamples);

/** Of a phrase and its parts the one that says most: the phrase, where the part hardly stands alone; else the part. */
function withoutParts<Kind extends { term: string; in: Set<Told> }>(candidates: readonly Kind[]): Kind[] {
  const lengthOf = ({ term }: Kind): number => term.length;
  const kept: Kind[] = [];
  for (const one of [...candidates].sort((a, b) => lengthOf(b) - lengthOf(a) || (a.term < b.term ? -1 : 1))) {
    const longer = kept.filter(({ term }) => ` ${term} `.includes(` ${one.term} `));
    if (longer.some((phrase) => phrase.in.size >= one.in.size * mostlyWithin)) continue;
    for (const phrase of longer) kept.splice(kept.indexOf(phrase), 1);
    kept.push(one);
  }
  return kept;
}
