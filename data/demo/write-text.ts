import { capitalised, expand, type Words } from './grammar.ts';
import { type BrandId, type DemoSource, type Group, shares, type Theme, type Tone, themes } from './plan.ts';
import type { Random } from './random.ts';
import { shopReviewTitles, socialFrames, threads } from './text/forum.ts';
import type { HappeningTexts } from './text/happenings.ts';
import { foreign } from './text/languages.ts';
import { background, headlines, leads } from './text/news.ts';
import { appReviews, appTails, appTitles } from './text/reviews.ts';
import { closers, hard, intents, openers, talk } from './text/talk.ts';
import { brandWords, sharedWords } from './text/words.ts';

/** A text and the truth about it. `paragraphs` are plain text. */
export type Text = { title: string; paragraphs: string[]; tone: Tone; themes: Theme[]; lang: string };

/**
 * The words that one text may use on a day. What a text names once it means throughout, so town, drink and the like are
 * drawn here; `{town2}` is another. Months and seasons follow the calendar: `{month}` is to come, `{past}` is over.
 */
export function wordsFor(brand: BrandId | undefined, at: Date, random: Random): Words {
  const words: Record<string, readonly string[]> = { ...sharedWords, ...(brand && brandWords[brand]) };
  for (const slot of [
    'town',
    'drink',
    'street',
    'bean',
    'box',
    'card',
    'origin',
    'pounds',
    'bag',
    'novelty',
    'who',
  ]) {
    const list = words[slot];
    if (!list) continue;
    const one = random.pick(list);
    words[slot] = [one];
    words[`${slot}2`] = list.filter((other) => other !== one);
  }
  const month = at.getUTCMonth();
  const named = (ahead: number) => monthNames[(month + 12 + ahead) % 12] as string;
  return {
    ...words,
    month: [1, 2, 3, 4].map(named),
    past: [-1, -2, -3, -4].map(named),
    season: [seasons[Math.floor(((month + 1) % 12) / 3)] as string],
    weekday: [weekdayNames[at.getUTCDay()] as string],
  };
}
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const seasons = ['winter', 'spring', 'summer', 'autumn'];
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const fullName = {
  tamarisk: 'Tamarisk Coffee',
  bluebird: 'Bluebird Roasters',
  kettleby: 'Kettleby Coffee',
} as const;
export const shortName = { tamarisk: 'Tamarisk', bluebird: 'Bluebird', kettleby: 'Kettleby' } as const;
/** Words that tell a brand from its namesakes; brand.yml lists the same. */
export const contextWords =
  /\b(coffee|espresso|latte|cappuccino|cortado|flat white|cold brew|barista|baristas|beans|mocha|piccolo|pour-over|café|kaffee)\b/i;

/** One text about a brand as its kind of source would carry it; a happening lends its own words where given. */
export function writeText(
  source: DemoSource,
  brand: BrandId,
  tone: Tone,
  at: Date,
  random: Random,
  happening?: HappeningTexts,
): Text {
  const words = wordsFor(brand, at, random);
  if (!happening && source.group !== 'news' && random.chance(shares.foreign))
    return writeForeign(source, words, random);
  const write = { news: writeNews, forum: writeThread, social: writePost, reviews: writeShopReview }[
    source.group
  ];
  const text = write(brand, tone, words, random, happening);
  const short = random.chance(shares.shortName) ? dropSurname(text, brand) : text;
  return source.group === 'news' ? short : roughened(short, source.group, random);
}

function writeNews(
  brand: BrandId,
  tone: Tone,
  words: Words,
  random: Random,
  happening?: HappeningTexts,
): Text {
  const theme = happening ? random.pick(happening.themes) : random.weighted(themes[brand][tone]);
  const say = (template: string) => capitalised(expand(template, words, random));
  const further = Array.from({ length: 1 + random.below(2) }, () => say(random.pick(background)));
  return {
    title: say(random.pick(happening?.titles ?? headlines[theme][tone])),
    paragraphs: [say(random.pick(leads[tone])), ...new Set(further)],
    tone,
    themes: happening ? [...happening.themes] : [theme],
    lang: 'en',
  };
}

/** One to three sentences of opinion, and what the author means to do. */
function opinion(brand: BrandId, tone: Tone, words: Words, random: Random, happening?: HappeningTexts) {
  const theme = happening ? random.pick(happening.themes) : random.weighted(themes[brand][tone]);
  const told: Theme[] = happening ? [...happening.themes] : [theme];
  const templates = [random.pick(happening?.say ?? talk[theme][tone])];
  if (!happening && tone !== 'neutral' && random.chance(shares.hard)) templates[0] = random.pick(hard[tone]);
  if (random.chance(shares.secondTheme)) {
    const second = random.weighted(themes[brand][tone]);
    if (!told.includes(second)) {
      told.push(second);
      templates.push(random.pick(talk[second][tone]));
    }
  }
  if (random.chance(shares.intent)) templates.push(random.pick(intents[tone]));
  return { sentences: templates.map((one) => capitalised(expand(one, words, random))), told, theme };
}

function writeThread(
  brand: BrandId,
  tone: Tone,
  words: Words,
  random: Random,
  happening?: HappeningTexts,
): Text {
  const { sentences, told, theme } = opinion(brand, tone, words, random, happening);
  const opener = capitalised(expand(random.pick(openers), words, random));
  const closer = capitalised(expand(random.pick(closers), words, random));
  return {
    title: capitalised(expand(random.pick(happening?.threads ?? threads[theme]), words, random)),
    paragraphs: [`${opener} ${sentences[0]}`, ...sentences.slice(1), closer].filter((one) => one !== ''),
    tone,
    themes: told,
    lang: 'en',
  };
}

function writePost(
  brand: BrandId,
  tone: Tone,
  words: Words,
  random: Random,
  happening?: HappeningTexts,
): Text {
  const { sentences, told } = opinion(brand, tone, words, random, happening);
  const frame = random.pick(socialFrames[tone]);
  const text = expand(frame, { ...words, say: [sentences.slice(0, 2).join(' ')] }, random);
  return { title: '', paragraphs: [text], tone, themes: told, lang: 'en' };
}

function writeShopReview(
  brand: BrandId,
  tone: Tone,
  words: Words,
  random: Random,
  happening?: HappeningTexts,
): Text {
  const { sentences, told } = opinion(brand, tone, words, random, happening);
  const visited = capitalised(
    expand('[{B}, {street}, {town}.|Visited {B} in {town} {when}.|{B} {town}.]', words, random),
  );
  const title = capitalised(expand(random.pick(shopReviewTitles[tone]), words, random));
  return { title, paragraphs: [`${visited} ${sentences.join(' ')}`], tone, themes: told, lang: 'en' };
}

/** A review of the brand's app, whose tone follows its stars. */
export function writeAppReview(
  brand: BrandId,
  stars: 1 | 2 | 3 | 4 | 5,
  at: Date,
  random: Random,
  happening?: HappeningTexts,
): Text {
  const words = wordsFor(brand, at, random);
  const tone: Tone = stars >= 4 ? 'positive' : stars === 3 ? 'neutral' : 'negative';
  const pool = appReviews[tone];
  // The app itself is what most reviews of an app are about.
  const about = random.chance(0.5) ? pool.find((one) => one.theme === 'app') : random.pick(pool);
  if (!about) throw new Error(`no reviews of the app are written for ${tone}`);
  const told: Theme[] = [about.theme];
  const sentences = [happening ? random.pick(happening.say) : random.pick(about.say)];
  if (happening) told.splice(0, 1, ...happening.themes);
  if (random.chance(0.45)) sentences.push(random.pick(random.pick(pool).say));
  sentences.push(random.pick(appTails[tone]));
  const say = sentences.map((one) => expand(one, words, random)).filter((one) => one !== '');
  const title = expand(random.pick(appTitles[stars]), words, random);
  return roughened({ title, paragraphs: [say.join(' ')], tone, themes: told, lang: 'en' }, 'reviews', random);
}

function writeForeign(source: DemoSource, words: Words, random: Random): Text {
  const one = random.pick(foreign);
  const title = source.group === 'social' ? '' : expand(one.title, words, random);
  return {
    title,
    paragraphs: [expand(one.say, words, random)],
    tone: one.tone,
    themes: [one.theme],
    lang: one.lang,
  };
}

/** Only the short name, where the rest of the text still says that it is about coffee. */
function dropSurname(text: Text, brand: BrandId): Text {
  const cut = (one: string) => one.replaceAll(fullName[brand], shortName[brand]);
  const whole = `${cut(text.title)} ${cut(text.paragraphs.join(' '))}`;
  if (!contextWords.test(whole)) return text;
  return { ...text, title: cut(text.title), paragraphs: text.paragraphs.map(cut) };
}

/** People's own typing: letters swapped, no capitals, no apostrophes. The names stay, so that they are still found. */
function roughened(text: Text, group: Group, random: Random): Text {
  if (!random.chance(shares.typo)) return text;
  const how = random.weighted({ swap: 6, lower: group === 'forum' ? 1 : 4, apostrophe: 2 });
  const change = (one: string): string => {
    if (how === 'lower') return one.toLowerCase();
    if (how === 'apostrophe')
      return one
        .replaceAll('’', '')
        .replace(/\bI am\b/g, 'im')
        .replace(/\bcannot\b/g, 'cant');
    // A misspelt "coffee" would no longer tell the brand from its namesakes.
    const spots = [...one.matchAll(/\b[a-z]{5,}\b/g)]
      .filter(([word]) => !contextWords.test(word))
      .map((match) => match.index);
    if (spots.length === 0) return one;
    const at = random.pick(spots) + 1 + random.below(3);
    return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  };
  return { ...text, paragraphs: text.paragraphs.map((one, at) => (at === 0 ? change(one) : one)) };
}
