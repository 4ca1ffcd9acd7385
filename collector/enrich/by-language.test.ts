import { describe, expect, it } from 'vitest';
import { byLanguage, type LanguageModel } from './by-language.ts';
import { scorers, type ToneContext } from './scorers.ts';

const context = (lang: string): ToneContext => ({ lang, brand: [], others: [], group: 'any' });
const kind: LanguageModel = () => ({ label: 'positive', p: null });
const unkind: LanguageModel = () => ({ label: 'negative', p: null });
const { languages, score } = byLanguage({ en: kind, de: unkind });

describe('a scorer of a model per language', () => {
  it('names its languages', () => expect(languages).toEqual(['en', 'de']));

  it.each([
    ['en', 'positive'],
    ['en-GB', 'positive'],
    ['EN', 'positive'],
    ['en_US', 'positive'],
    ['de-Latn-AT', 'negative'],
    ['fr', 'unscored'],
    ['und', 'unscored'],
    ['', 'unscored'],
    ['eng', 'unscored'],
    ['constructor', 'unscored'],
  ])('a text in %j is %s', (lang, label) => expect(score('Lovely', context(lang)).label).toBe(label));

  it('nothing is scored where nothing is said', () =>
    expect(score('  ', context('en')).label).toBe('unscored'));
});

it.each(Object.entries(scorers))('%s knows English of any region, and leaves others unscored', (_, make) => {
  const scorer = make({});
  expect(scorer.languages).toEqual(['en']);
  expect(scorer.score('I love this coffee', context('en-GB')).label).toBe('positive');
  expect(scorer.score('Ich liebe diesen Kaffee', context('de'))).toEqual({ label: 'unscored', p: null });
});
