import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byLanguage } from '../by-language.ts';
import { wholeWords } from '../names.ts';
import type { OwnWords, Scorer } from '../scorers.ts';
import { likeliest } from './accuracy.ts';
import { directionsRead } from './directions.ts';
import { type Model, openModel, type Probabilities } from './model.ts';
import { readNetwork } from './network-weights.ts';
import { plainSensesOf } from './plain-senses.ts';
import { goesOn } from './target.ts';
import { namesAnother } from './target-frame.ts';
import { hideNames } from './target-names.ts';
import { brandToken, otherToken, silentToken, type Tokens, tokenise } from './tokens.ts';
import { openToward, readToward, type Toward } from './toward.ts';
import { readVectors, type Vectors } from './vectors.ts';
import { readWeights, type ToneGroup, toneGroups } from './weights.ts';
import { openWhole, type Whole } from './whole.ts';

const labels = ['negative', 'neutral', 'positive'] as const;
/** What a team calls positive or negative is read as a word that is so beyond doubt, with all that stands around it. */
const standIns = { positive: 'great', neutral: silentToken, negative: 'terrible' } as const;
/** Probabilities are stated to this many decimals. */
const decimals = 3;

const ownFile = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, name));

let opened: Model | undefined;
/** The model that comes with Earshot; read when it is first needed, and once. */
export function shippedModel(): Model {
  opened ??= openModel(readWeights(ownFile('weights.bin')));
  return opened;
}

/** Groups of brand.yml as the model knows them. Talk of any sort is nearest to posts. */
export function toneGroupOf(group: string): ToneGroup {
  const known = toneGroups.find((name) => name === group);
  return known ?? (/^(?:forum|blogs?|video|community|talk|posts)$/.test(group) ? 'social' : 'any');
}

/** Stars that are drawn (★★☆☆☆) as the rating that they are. */
const starsCounted = (text: string): string =>
  text.replace(/(?<![★☆])[★☆]{2,5}(?![★☆])/gu, (run) => ` ${run.replaceAll('☆', '').length}/5 `);

const salutation = new RegExp(`(^|[.!?]\\s+)dear(?=\\s+(?:${brandToken}|${otherToken}))`, 'giu');
/** Whom a text addresses it does not hold dear: "Dear Acme, …" begins a complaint as well. */
const unaddressed = (text: string): string => text.replace(salutation, '$1');

/** Puts stand-ins for the words of a team, save where a word of praise has its plain sense. */
function ownWordsReplaced(own: OwnWords): (text: string) => string {
  const entries = Object.entries(own);
  const meanings = new Map(entries.map(([word, meaning]) => [word.toLowerCase(), standIns[meaning]]));
  const pattern = wholeWords(entries.map(([word]) => word));
  if (pattern === null) return (text) => text;
  const praise = entries.filter(([, meaning]) => meaning === 'positive').map(([word]) => word.toLowerCase());
  const plainly = plainSensesOf(praise);
  const isPraise = new Set(praise);
  return (text) => {
    const kept = plainly?.(text) ?? [];
    return text.replace(pattern, (found, at: number) => {
      const word = found.toLowerCase();
      if (isPraise.has(word) && kept.some(([from, to]) => from <= at && at < to)) return found;
      return ` ${meanings.get(word) ?? meanings.get(word.replace(/['’]s$/, '')) ?? found} `;
    });
  };
}

/** To three decimals that add up to one; the likeliest takes what rounding leaves. */
function rounded(p: readonly [number, number, number]): [number, number, number] {
  const factor = 10 ** decimals;
  const parts = p.map((part) => Math.round(part * factor)) as [number, number, number];
  const best = likeliest(p);
  parts[best] = factor - parts.reduce((sum, part, at) => (at === best ? sum : sum + part), 0);
  return parts.map((part) => part / factor) as [number, number, number];
}

let openedVectors: Vectors | undefined;
function shippedVectors(): Vectors {
  openedVectors ??= readVectors(ownFile('vectors.bin'));
  return openedVectors;
}
let openedWhole: Whole | undefined;
/** What judges whole texts by both stages; read when it is first needed, and once. */
export function shippedWhole(): Whole {
  openedWhole ??= openWhole(shippedModel(), readNetwork(ownFile('network.bin')), shippedVectors());
  return openedWhole;
}
let openedToward: Toward | undefined;
/** What judges toward a target; read when it is first needed, and once. */
export function shippedToward(): Toward {
  openedToward ??= openToward(shippedModel(), readToward(ownFile('toward.bin')), shippedVectors());
  return openedToward;
}

type Judge = (tokens: Tokens, group: ToneGroup) => Probabilities;
type Judges = { whole: Judge; toward: Judge };

/**
 * What counts of a text. Where it names the target, what is said toward the name; a text that does not name it is judged as a
 * whole. Where it names no other, sentences that name nobody are about the target as well; and of talk, about which no public
 * set knows what is meant toward whom, the whole text counts for half.
 */
function probabilitiesBy(judges: Judges): Judge {
  return (tokens, group) => {
    const { list } = tokens;
    if (!list.includes(brandToken)) return judges.whole(tokens, group);
    const p = judges.toward(tokens, group);
    if (namesAnother(tokens) || (group !== 'social' && !goesOn(list))) return p;
    const whole = judges.whole(tokens, group);
    return [(p[0] + whole[0]) / 2, (p[1] + whole[1]) / 2, (p[2] + whole[2]) / 2];
  };
}

/** A scorer of texts in English by what judges their tokens. */
function scorerBy(name: string, words: OwnWords, judges: Judges): Scorer {
  const replaced = ownWordsReplaced(words);
  const model = shippedModel();
  const isOpinion = (word: string): boolean => model.valenceOf(word) !== 0;
  const judge = probabilitiesBy(judges);
  return {
    by: `${name}@${model.version}`,
    rule: 'tone-toward@3',
    ...byLanguage({
      en: (text, { brand, others, group }) => {
        const hidden = hideNames(directionsRead(starsCounted(text)), brand, others, isOpinion);
        const tokens = tokenise(replaced(unaddressed(hidden.text)));
        if (hidden.things !== undefined) tokens.things = hidden.things;
        const p = rounded(judge(tokens, toneGroupOf(group)));
        return { label: labels[likeliest(p)] ?? 'neutral', p };
      },
    }),
  };
}

/**
 * Tone by models that were trained on public texts (see NOTICE), English only. A linear model of hashed n-grams of words and of
 * characters, the reach of negations, a lexicon and marks of the writing, mixed with small networks on word vectors, gives
 * log-odds, which a calibration for each group of sources turns into probabilities.
 */
export const tone = (words: OwnWords): Scorer =>
  scorerBy('tone', words, { whole: shippedWhole().judge, toward: shippedToward().judge });

/** The linear model alone: the same scorer without its second stage, to compare with. */
export const toneBase = (words: OwnWords): Scorer => scorerBy('tone-base', words, shippedModel());
