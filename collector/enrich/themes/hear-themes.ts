import type { Brand, Config, Score, ToneLabel } from '#contract';
import { ownNamesOf } from '../names.ts';
import type { Scorer, ToneContext } from '../scorers.ts';
import { aspectWords } from './aspects.ts';
import { type Clause, markedClauses } from './clauses.ts';
import { type Find, themeFinder } from './find-themes.ts';
import { hasOne, ofAnotherThing } from './of-another-thing.ts';
import { readPhrase } from './read-phrase.ts';
import { asksWhether, exceptedFrom, isUntroubled, ofToday, partOf } from './said-of.ts';
import { themesOf } from './themes-of.ts';
import { tokensOf } from './tokens.ts';
import { type Naming, namesBlanked, namingFinder, type Owners, ownership } from './whose.ts';

/** Version of the rule by which themes are found, are a brand's, and are given their tone. */
export const themeRule = 'phrases@5';

/** Stands for the words that name a theme, so that what is said toward them is scored. */
const standIn = 'Zqtheme';
const target: readonly string[] = [standIn];
const plainly = { good: `The ${standIn} is good`, bad: `The ${standIn} is bad` } as const;
const nobody: readonly string[] = [];
const noNames: readonly Naming[] = [];
const ofAnyone: Owners = () => null;
const nowhere = (): boolean => false;

/** Where a whole text is so surely neutral, a theme's tone may come of its name alone, as in a question: it must be sure itself. */
const surelyNeutral = 0.8;
/** Probability of a tone toward a theme that is sure: "why is it so slow?" has .9, "what is the price?" .5 and less. */
const surelyToned = 0.7;

type Said = { clauses: string[]; toward: string[]; named: boolean; asked: boolean };

/** Probability of a tone within one part of a list, from which on the other parts are not asked. */
const ownTone = 0.6;
/** A genitive that stands for what was named before: "Bluebird's delivery is slow. Northwind's is quick." */
const standsAlone =
  /^\s+(?:is|are|was|were|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|comes?|came|takes?|took|works?|costs?)\b(?!\s+(?:an?|the|my|our)\b)/iu;

/** Themes that a text speaks of, of one brand (null: of any), each with its tone; in order of their ids. */
export type ThemeHearer = (
  text: string,
  brand: string | null,
  context: ToneContext,
  /** The tone of the whole text, where it is known already. */
  whole?: ReturnType<Scorer['score']>,
) => Score['themes'];

/**
 * Finds themes clause by clause, keeps those that are said of the brand, and scores each toward the words that name it: in
 * "great coffee and awful delivery" delivery is awful. Words that are an opinion by themselves stay in the text ("rude"); where
 * there are no others, or the clause names several brands, its tone is the theme's. In a question, and in a text that
 * is surely neutral, the tone must be sure too or agree with the text's: else it is neutral. A question whether something is so says nothing.
 * Parts of a list that are sure of themselves, denied troubles, exceptions and the past: see said-of.ts. On the sentences named below such parts
 * move macro-F1 by +.1 on dev and +.25 on test (tone@2.2.0).
 *
 * Chosen on public sentences about restaurants whose aspects disagree (macro-F1 with tone@1.0.0, dev · test): toward the
 * aspect within its clauses 66.5 · 69.8, within the whole text 65.7 · 70.2 (which joins sentences in longer ones), within
 * finer parts 64.7, the other aspects named as others 64.4, .7 of that with .3 of the clauses' tone 60.8, a stand-in beside the
 * word 60.0, the clauses' own tone, which was the rule before, 46.8 · 50.8. With a network on word vectors as the
 * second stage, on dev: 73.3, 73.2 in the whole text, 46.8 as before. Of 34 sentences of our own: 24 against 20.
 */
export function themeHearer(
  { brand, competitors, themes }: Pick<Config, 'brand' | 'competitors' | 'themes'>,
  scorer: Scorer,
): ThemeHearer {
  const brands: Brand[] = [brand, ...competitors];
  const find = themeFinder(themesOf({ themes }));
  const findNames = namingFinder(brands);
  const hidden = new Set(brands.flatMap(ownNamesOf).map((name) => name.toLowerCase()));
  const isAspect = aspectsOf(themes, scorer);

  return (written, of, context, known) => {
    const text = written.normalize('NFC');
    const towardTheme: ToneContext = {
      ...context,
      brand: target,
      others: nobody,
      // Of posts the scorer takes the whole text, since they seldom disagree about a brand; about themes they do.
      group: 'any',
    };

    /** The words that tell what is said of a theme in a clause, as they are and with the stand-in. */
    function saidToward(
      { text: clause, asked }: Clause,
      own: readonly Find[],
      others: readonly Find[],
      previous: string,
    ): [told: string, toward: string] {
      const [first] = own;
      if (first === undefined || context.lang !== 'en')
        return [clause, aspectsReplaced(clause, own, isAspect)];
      // What follows in words the clause has only in part is said to the scorer in words that it cannot take for the opposite.
      if (!asked && own.every((found) => isUntroubled(clause, found))) return [plainly.good, plainly.good];
      const excepted = exceptedFrom(clause, first.from, previous);
      const rest = excepted === undefined ? undefined : scorer.score(excepted, towardTheme).label;
      if (rest === 'negative') return [plainly.good, plainly.good];
      if (rest === 'positive') return [plainly.bad, plainly.bad];
      const part = own.length === 1 ? partOf(clause, first, others) : undefined;
      if (part !== undefined) {
        const moved = own.map((found) => ({
          ...found,
          from: found.from - part.from,
          to: found.to - part.from,
        }));
        const toward = aspectsReplaced(part.text, moved, isAspect);
        const { label, p } = scorer.score(toward, towardTheme);
        const sure = Math.max(p?.[0] ?? 0, p?.[2] ?? 0) >= ownTone;
        if (sure && (label === 'negative' || label === 'positive')) return [part.text, toward];
      }
      const toward = aspectsReplaced(clause, own, isAspect);
      return [ofToday(clause), ofToday(toward)];
    }
    const byTheme = new Map<string, Said>();
    const whose = ownership();
    const named = findNames(text);
    const namesAny = named.length > 0;
    const oneIsHad = hasOne(text, named);
    let previous = '';
    let before: readonly Find[] = [];
    for (const { text: clause, asked } of markedClauses(text)) {
      const namings = namesAny ? findNames(clause) : noNames;
      const owners = namesAny ? whose(clause, namings) : ofAnyone;
      const blanked = namesBlanked(
        clause,
        namings.filter(({ from, to }) =>
          hidden.has(
            clause
              .slice(from, to)
              .toLowerCase()
              .replace(/['’]s$/, ''),
          ),
        ),
      );
      const isElsewhere = oneIsHad ? ofAnotherThing(clause, namings) : nowhere;
      const all = find(blanked);
      const finds = all.filter(
        ({ from, to }) => (of === null || (owners(from)?.has(of) ?? true)) && !isElsewhere(from, to),
      );
      const alone = all.length > 0 ? undefined : ofOwner(clause, namings, of);
      for (const theme of alone === undefined ? [] : new Set(before.map((found) => found.theme))) {
        const said = byTheme.get(theme) ?? { clauses: [], toward: [], named: true, asked: true };
        byTheme.set(theme, said);
        said.named = true;
        if (!asked) said.asked = false;
        said.clauses.push(clause);
        said.toward.push(`${clause.slice(0, alone)} ${standIn}${clause.slice(alone)}`);
      }
      const several = new Set(namings.map((naming) => naming.brand)).size > 1;
      for (const [theme, own] of Map.groupBy(finds, (found) => found.theme)) {
        const said = byTheme.get(theme) ?? { clauses: [], toward: [], named: false, asked: true };
        byTheme.set(theme, said);
        const whether = asked && asksWhether(clause);
        if (whether) continue;
        const others = all.filter((found) => found.theme !== theme);
        const [told, toward] = several
          ? [clause, clause]
          : saidToward({ text: clause, asked }, own, others, previous);
        if (toward !== told || toward.includes(standIn)) said.named = true;
        if (!asked) said.asked = false;
        said.clauses.push(told);
        said.toward.push(toward);
      }
      previous = clause;
      if (all.length > 0) before = all;
    }
    if (byTheme.size === 0) return [];
    const whole = known ?? scorer.score(text, context);
    const toneOf = ({ clauses, toward, named, asked }: Said): ToneLabel => {
      // Nothing but questions whether something is so.
      if (clauses.length === 0 && whole.label !== 'unscored') return 'neutral';
      const { label, p } = named
        ? scorer.score(toward.join('. '), towardTheme)
        : scorer.score(clauses.join('. '), context);
      if (label !== 'negative' && label !== 'positive') return label;
      const isDoubtful = asked || (whole.label === 'neutral' && (whole.p?.[1] ?? 0) >= surelyNeutral);
      if (!isDoubtful || whole.label === label) return label;
      return (p?.[label === 'negative' ? 0 : 2] ?? 1) < surelyToned ? 'neutral' : label;
    };
    return Array.from(byTheme, ([id, said]) => ({ id, tone: toneOf(said) })).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  };
}

/**
 * Tells names of themes from words that are an opinion by themselves. A team's words are names unless the scorer hears
 * an opinion in them.
 */
function aspectsOf(own: Config['themes'], scorer: Scorer): (word: string) => boolean {
  const words = new Set<string>();
  const alone: ToneContext = { lang: 'en', brand: nobody, others: nobody, group: 'any' };
  for (const written of own.flatMap((theme) => theme.words)) {
    const phrase = readPhrase(written);
    if ('unusable' in phrase || phrase.places?.length !== 1 || phrase.places[0]?.length !== 1) continue;
    const [place] = phrase.places[0];
    if (place?.kind === 'forms' && scorer.score(written, alone).label === 'neutral')
      for (const form of place.forms) words.add(form);
  }
  return (word) => aspectWords.has(word) || words.has(word);
}

/** The clause with the stand-in for each name of a theme within what was found. */
function aspectsReplaced(
  clause: string,
  finds: readonly Find[],
  isAspect: (word: string) => boolean,
): string {
  const inside = (at: number): boolean => finds.some(({ from, to }) => from <= at && at < to);
  let replaced = '';
  let done = 0;
  for (const { word, from, to } of tokensOf(clause)) {
    if (!isAspect(word) || !inside(from)) continue;
    replaced += `${clause.slice(done, from)}${standIn}`;
    done = to;
  }
  return replaced + clause.slice(done);
}

/** Where the genitive of a brand ends that stands for what was named before; of any brand where none is asked about. */
const ofOwner = (clause: string, namings: readonly Naming[], of: string | null): number | undefined =>
  namings.find(
    ({ brand, genitive, to }) =>
      genitive && (of === null || brand === of) && standsAlone.test(clause.slice(to)),
  )?.to;
