/**
 * Invented stories and what outlets make of them, in pairs that are labelled: copies (syndicated, cut elsewhere, lightly
 * edited, under another headline) and stories that are merely similar. Two halves of templates, so that a rule made on
 * one is tried on the other.
 */
import type { Mention } from '#contract';

export type Template = {
  lang: string;
  title: string;
  /** Other headlines that outlets give the same text. */
  retold: readonly string[];
  /** Sentences of the text. */
  body: readonly string[];
};
export type Half = {
  brands: readonly string[];
  places: readonly string[];
  people: readonly string[];
  products: readonly string[];
  months: readonly string[];
  /** Words that an editor may put for others. */
  synonyms: Readonly<Record<string, string>>;
  templates: readonly Template[];
  outlets: readonly string[];
  /** Outcomes and their opposites, as a headline tells them of the brand. */
  outcomes: readonly { lang: string; one: string; other: string }[];
};
export type Kind =
  | 'syndicated'
  | 'window'
  | 'edited'
  | 'retold'
  | 'other slot'
  | 'other fillings'
  | 'other event'
  | 'follow-up'
  | 'opposite'
  | 'weekly'
  | 'review';
export type Pair = { kind: Kind; lang: string; copy: boolean; first: Mention; second: Mention };

/** A generator of its own seed (mulberry32), so that the same pairs come every time. */
function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mix = Math.imul(state ^ (state >>> 15), state | 1);
    mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
    return ((mix ^ (mix >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
}
type Random = ReturnType<typeof randomFrom>;
type Slots = Record<string, string>;

const spaceless = (lang: string) => ['zh', 'ja', 'th'].includes(lang);

function slotsOf(half: Half, random: Random): Slots {
  const number = () =>
    (random.chance(0.5) ? 2 + random.below(97) : (2 + random.below(97)) * 100).toLocaleString('en');
  const place = random.pick(half.places);
  return {
    brand: random.pick(half.brands),
    place,
    place2: random.pick(half.places.filter((one) => one !== place)),
    person: random.pick(half.people),
    product: random.pick(half.products),
    month: random.pick(half.months),
    n: number(),
    m: number(),
    q: String(1 + random.below(4)),
  };
}
const fill = (text: string, slots: Slots) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '');
const used = (template: Template) => {
  const text = [template.title, ...template.body.slice(0, 2)].join(' ');
  const inTitle = [...template.title.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  return [...new Set(inTitle)].filter((name) => name !== 'brand' && text.includes(`{${name}}`));
};

type Text = { lang: string; brand: string; title: string; body: string[] };
const tell = (template: Template, slots: Slots, title = template.title): Text => ({
  lang: template.lang,
  brand: slots['brand'] ?? '',
  title: fill(title, slots),
  body: template.body.map((sentence) => fill(sentence, slots)),
});
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** As the collector cuts: `length` letters around the first mention of the brand, a third of them before it. */
function around(text: string, word: string, length: number): string {
  if (text.length <= length) return text;
  const at = Math.max(0, text.indexOf(word));
  let from = Math.max(0, at - Math.floor((length - word.length) / 3));
  const to = Math.min(text.length, from + length - 1);
  from = Math.max(0, to - length + 1);
  const cutAt = (place: number, step: number) => {
    let near = place;
    for (let left = 20; left > 0 && near > 0 && near < text.length && text[near] !== ' '; left--)
      near += step;
    return near > 0 && near < text.length && text[near] === ' ' ? near : place;
  };
  const [start, stop] = [from > 0 ? cutAt(from, 1) : 0, to < text.length ? cutAt(to, -1) : to];
  return `${start > 0 ? '…' : ''}${text.slice(start, stop).trim()}${stop < text.length ? '…' : ''}`;
}
const head = (text: string, length: number) => text.slice(0, length).trim();

type Cut = (text: Text) => string;
const joined = ({ body, lang }: Text) => body.join(spaceless(lang) ? '' : ' ');
const cuts: readonly Cut[] = [
  (text) => around(joined(text), text.brand, 120),
  (text) => around(joined(text), text.brand, 280),
  (text) => head(joined(text), 280),
  (text) => head(joined(text), 280),
];

let made = 0;
function mention(text: Text, cut: Cut, site: string): Mention {
  made += 1;
  const key = made.toString(16).padStart(16, '0');
  return {
    v: 1,
    id: key,
    doc: key,
    brand: text.brand.toLowerCase().replace(/\W+/g, '-'),
    source: site,
    group: 'news',
    site,
    url: null,
    title: text.title,
    excerpt: cut(text),
    publishedAt: '2026-11-20T06:00:00Z',
    firstSeenAt: '2026-11-20T06:00:00Z',
  };
}
const siteOf = (outlet: string) => `${outlet.toLowerCase().replace(/\W+/g, '')}.example`;

function syndicate(text: Text, half: Half, outlet: string, random: Random): Text {
  let { title } = text;
  let [first = '', ...rest] = text.body;
  if (random.chance(0.5))
    title = `${title} ${random.pick(['-', '|', '–'])} ${random.chance(0.8) ? outlet : random.pick(half.outlets)}`;
  const place = random.pick(half.places).toUpperCase();
  const agency = random.pick(['(Reuters)', '(AP)', '(PA)', '(dpa)', '']);
  if (random.chance(0.4))
    first = `${place}, ${random.pick(half.months)} ${1 + random.below(28)} ${agency} ${random.pick(['-', '—', '–'])} ${first}`;
  else if (random.chance(0.2)) first = `${place} ${agency} - ${first}`;
  const setting = random.below(5);
  if (setting === 0) title = title.toUpperCase();
  if (setting === 1) title = title.split(' ').map(capital).join(' ');
  if (random.chance(0.2)) title = title.replaceAll("'", '’');
  if (random.chance(0.15)) rest = rest.slice(0, -1);
  return { ...text, title, body: [first, ...rest] };
}

function typo(word: string, random: Random): string {
  if (word.length < 5 || /[^\p{L}]/u.test(word)) return word;
  const at = 1 + random.below(word.length - 3);
  return random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    word.slice(0, at) + word[at] + word.slice(at),
  ]);
}

/** Other words here and there, slips, a sentence changed, dropped or put before, a headline trimmed. */
function edit(text: Text, half: Half, random: Random): Text {
  const words = (line: string, share: number) =>
    spaceless(text.lang)
      ? Object.entries(half.synonyms).reduce(
          (all, [from, to]) => (random.chance(0.7) ? all.replace(from, to) : all),
          line,
        )
      : line
          .split(' ')
          .map((word) => {
            const other = half.synonyms[word];
            if (other !== undefined && random.chance(share)) return other;
            return random.chance(0.03) && /^\p{Ll}/u.test(word) ? typo(word, random) : word;
          })
          .join(' ');
  let body = text.body.map((line) => words(line, 0.6));
  const change = random.below(5);
  if (change < 2) body.splice(1 + random.below(body.length - 1), 1);
  if (change === 2 && text.lang === 'en')
    body[1 + random.below(body.length - 1)] = random.pick([
      'Further details were not immediately available on Friday evening.',
      'It comes at a time when many households watch closely what they spend.',
      'Analysts had broadly expected a step of this kind before the end of the year.',
    ]);
  if (random.chance(0.15) && text.lang === 'en') body = ['This article has been updated.', ...body];
  let title = words(text.title, 0.5);
  const parts = title.split(' ');
  if (random.chance(0.25) && parts.length > 7) title = parts.slice(0, -2).join(' ');
  else if (random.chance(0.2) && text.lang === 'en')
    title = random.pick([`${title}, company says`, `Update: ${title}`, `${title} (updated)`]);
  return { ...text, title, body };
}

/** Pairs of one half: about `rounds` of each kind and template. */
export function pairsOf(half: Half, seed: number, rounds: number): Pair[] {
  const random = randomFrom(seed);
  const pairs: Pair[] = [];
  const cutOf = () => random.pick(cuts);
  const twoSites = () => {
    const one = random.pick(half.outlets);
    return [one, random.pick(half.outlets.filter((other) => other !== one))] as const;
  };
  const add = (kind: Kind, copy: boolean, a: Text, b: Text, cutA: Cut, cutB: Cut, site?: string) => {
    const [one, two] = twoSites();
    const first = mention(a, cutA, site ?? siteOf(one));
    const second = mention(b, cutB, site ?? siteOf(two));
    pairs.push({
      kind,
      lang: a.lang,
      copy,
      ...(random.chance(0.5) ? { first, second } : { first: second, second: first }),
    });
  };
  for (const template of half.templates) {
    for (let round = 0; round < rounds; round++) {
      const slots = slotsOf(half, random);
      const text = tell(template, slots);
      const cut = cutOf();
      const [one, two] = twoSites();
      add(
        'syndicated',
        true,
        syndicate(text, half, one, random),
        syndicate(text, half, two, random),
        cut,
        cut,
        undefined,
      );
      add('window', true, text, syndicate(text, half, two, random), cutOf(), cutOf());
      add('edited', true, text, edit(text, half, random), cut, cut);
      add(
        'edited',
        true,
        edit(text, half, random),
        edit(syndicate(text, half, two, random), half, random),
        cut,
        cut,
      );
      if (template.retold.length > 0) {
        const other = tell(template, slots, random.pick(template.retold));
        add('retold', true, text, other, cut, cut);
        add('retold', true, text, edit(syndicate(other, half, two, random), half, random), cut, cut);
      }
      // Merely similar: the same template with another filling, by hard steps.
      const others = slotsOf(half, random);
      const names = used(template).filter((name) => slots[name] !== others[name]);
      if (names.length > 0) {
        const name = random.pick(names);
        const sibling = tell(template, { ...slots, [name]: others[name] ?? '' });
        add('other slot', false, text, sibling, cut, cut);
        add('other slot', false, text, syndicate(sibling, half, two, random), cut, cut);
        const all = tell(template, { ...others, brand: slots['brand'] ?? '' });
        add('other fillings', false, text, syndicate(all, half, two, random), cut, cut);
        add('other fillings', false, text, random.chance(0.5) ? all : edit(all, half, random), cut, cut);
      }
      const rival = random.pick(
        half.templates.filter((other) => other !== template && other.lang === template.lang),
      );
      if (rival !== undefined) {
        const event = tell(rival, { ...others, brand: slots['brand'] ?? '', place: slots['place'] ?? '' });
        add('other event', false, text, event, cut, cut);
        // Days later, another text that repeats a sentence of the first.
        const later = {
          ...event,
          body: [event.body[0] ?? '', text.body.at(-1) ?? '', ...event.body.slice(1)],
        };
        add('follow-up', false, text, later, cut, cut);
      }
    }
  }
  for (const { lang, one, other } of half.outcomes) {
    for (let round = 0; round < Math.ceil(rounds / 2); round++) {
      const slots = slotsOf(half, random);
      const template = random.pick(half.templates.filter((some) => some.lang === lang));
      const outcome = (headline: string) =>
        tell({ ...template, title: headline, body: [`${headline}.`, ...template.body.slice(1)] }, slots);
      const cut = cutOf();
      add('opposite', false, outcome(one), outcome(other), cut, cut);
      add('opposite', false, outcome(one), syndicate(outcome(other), half, twoSites()[1], random), cut, cut);
    }
  }
  for (let round = 0; round < rounds * 2; round++) {
    const slots = slotsOf(half, random);
    const brand = slots['brand'] ?? '';
    const number = 2 + random.below(80);
    const weekly = (at: number): Text => ({
      lang: 'en',
      brand,
      title: `Weekly discussion #${at}`,
      body: [
        `Talk about anything to do with ${brand} here.`,
        'Be kind, search before you ask and keep photos of receipts out of the thread.',
      ],
    });
    add('weekly', false, weekly(number), weekly(number + 1), cuts[2] as Cut, cuts[2] as Cut, 'forum.example');
    const monthly = (month: string): Text => ({
      lang: 'en',
      brand,
      title: `${brand} questions and answers thread - ${month}`,
      body: [`New here? Ask your ${brand} questions below and somebody will help.`],
    });
    const [one, two] = [random.pick(half.months), random.pick(half.months)];
    if (one !== two)
      add('weekly', false, monthly(one), monthly(two), cuts[2] as Cut, cuts[2] as Cut, 'forum.example');
    const praise = ['Great app', 'Love it', 'Best app for ordering', 'Works well', 'Five stars from me'];
    const review = (title: string): Text => ({
      lang: 'en',
      brand,
      title,
      body: [random.pick(['Does what it says.', 'Easy to use and quick.', 'Very quick.', 'No complaints.'])],
    });
    const title = random.pick(praise);
    const rated = (one: Mention): Mention => ({ ...one, group: 'reviews', rating: { value: 5, of: 5 } });
    const [mine, yours] = [review(title), review(title)].map((text) =>
      rated(mention(text, cuts[2] as Cut, 'store.example')),
    );
    if (mine && yours) pairs.push({ kind: 'review', lang: 'en', copy: false, first: mine, second: yours });
    const product = (item: string): Text => ({
      lang: 'en',
      brand,
      title: `${brand} ${item} review: worth the money?`,
      body: [
        `The ${brand} ${item} promises a lot for its price.`,
        `We lived with the ${item} for a month to find out.`,
        'Here is what we liked, what we did not, and who should buy it.',
      ],
    });
    const [a, b] = [random.pick(half.products), random.pick(half.products)];
    if (a !== b) add('review', false, product(a), product(b), cuts[2] as Cut, cuts[2] as Cut);
  }
  return pairs;
}
