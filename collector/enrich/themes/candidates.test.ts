import { describe, expect, test } from 'vitest';
import { findCandidates, type Told } from './candidates.ts';

const options = { leastStories: 3, leastSites: 2, most: 10 };
const told = (text: string, at: number, some: Partial<Told> = {}): Told => ({
  text,
  title: text,
  site: `s${at % 4}.example`,
  lang: 'en',
  themed: false,
  ...some,
});
/** Talk without a theme, each story of other words, and as much with one. */
const talk = Array.from({ length: 40 }, (_, at) => [
  told(`Morning number w${at} at the corner with friend f${at}`, at),
  told(`Morning number p${at} at the corner with friend g${at}`, at, { themed: true }),
]).flat();
const terms = (...stories: Told[]) => findCandidates([...talk, ...stories], options).map(({ term }) => term);
const many = (text: string, some: Partial<Told> = {}, times = 5) =>
  Array.from({ length: times }, (_, at) => told(`${text}, said u${at}`, at, some));

describe('a candidate', () => {
  test('is a word or phrase that stands where no theme is, with how often and where', () => {
    const [first] = findCandidates([...talk, ...many('They sell oat milk here')], options);
    expect(first).toMatchObject({ lang: 'en', stories: 5, themed: 0, sites: 4 });
    expect(first?.term).toContain('oat milk');
    expect(first?.samples).toHaveLength(2);
  });
  test('is said once, as the phrase, where its words stand nowhere else', () =>
    expect(terms(...many('oat milk')).filter((term) => /oat|milk/.test(term))).toHaveLength(1));
  test('is no word of every text, and none that stands as much where a theme is', () => {
    const found = terms(...many('They were here with us'));
    expect(found.filter((term) => /^(they|were|here|with|us|morning|corner)$/.test(term))).toEqual([]);
  });
  test('is none that mostly stands where a theme is found already, however much it stands out', () => {
    const rest = Array.from({ length: 400 }, (_, at) =>
      told(`Evening v${at} with h${at}`, at, { themed: true }),
    );
    const said = many('The counter by the window', { themed: true }, 9);
    expect(terms(...rest, ...said, ...many('A counter, as it was', {}, 4))).not.toContain('counter');
    expect(terms(...rest, ...said, ...many('A counter, as it was', {}, 5))).toContain('counter');
  });
  test('is a phrase rather than a word that stands out as much, and never how something is done', () => {
    const found = terms(...many('Thoroughly oat milk'), ...many('Such drinkers', {}, 5));
    expect(found.indexOf('oat milk')).toBeLessThan(found.indexOf('drinkers'));
    expect(found.some((term) => term.includes('thoroughly'))).toBe(false);
  });
  test('is no part of a contraction, and no verb or place that every text has', () => {
    const said = many('I’d say they’ll love it, that’s why we left home to buy oat milk', {}, 8);
    const found = terms(...said, ...many("I'd left home to buy", {}, 8));
    const words = found.flatMap((term) => term.split(' '));
    expect(found.some((term) => term.includes('oat milk'))).toBe(true);
    for (const idle of ['id', 'd', 'theyll', 'll', 'thats', 's', 'left', 'home', 'buy', 'love'])
      expect(words).not.toContain(idle);
  });
  test('keeps its "not": what does not sync is not said to sync', () => {
    const found = terms(...many('calendar doesn’t sync', {}, 8));
    expect(found).not.toContain('calendar sync');
    expect(found).toContain('calendar doesnt sync');
  });
  test('is said in enough stories, of more than one site', () => {
    expect(terms(...many('oat milk', {}, 2))).toEqual([]);
    expect(terms(...many('oat milk', { site: 'one.example' }))).toEqual([]);
  });
  test('never holds a blanked name', () =>
    expect(terms(...many('xxxxxxxxx milk')).filter((term) => term.includes('xx'))).toEqual([]));
  test('is cut by a dictionary where no spaces are written', () => {
    const japanese = [
      ...Array.from({ length: 25 }, (_, at) => told(`朝${at}番目の散歩`, at, { lang: 'ja' })),
      ...many('抹茶が好きです', { lang: 'ja' }),
    ];
    expect(
      findCandidates(japanese, options).some(({ term, lang }) => lang === 'ja' && term.includes('抹茶')),
    ).toBe(true);
  });
});

test('a language with too few stories without a theme has none', () =>
  expect(findCandidates(many('Hafermilch', { lang: 'de' }), options)).toEqual([]));

test('the same stories in any order give the same candidates', () => {
  const stories = [...talk, ...many('oat milk'), ...many('blue cup')];
  const bare = (list: readonly Told[]) =>
    findCandidates(list, options).map(({ samples: _, ...rest }) => rest);
  expect(bare([...stories].reverse())).toEqual(bare(stories));
});
