import { describe, expect, test } from 'vitest';
import { makeFormats } from './numbers.ts';
import {
  conflictText,
  foreignLanguage,
  hasWords,
  headOf,
  hostBeside,
  intentName,
  langOf,
  languageName,
  ratingText,
  themeToneText,
  toneTextOf,
} from './row-text.ts';

describe('the text of a row', () => {
  test.each([
    ['de', 'de'],
    ['pt-BR', 'pt-BR'],
    ['und', undefined],
    ['', undefined],
    ['" onload="x', undefined],
  ])('of language %j is marked %j', (lang, marked) => {
    expect(langOf({ lang })).toBe(marked);
  });
  test.each([
    ['chatter.example', 'chatter.example', ''],
    ['www.chatter.example', 'Chatter.example', ''],
    ['www.city-paper.example', 'City Paper', 'city-paper.example'],
    ['', 'App Store, US', ''],
    ['paper.example', 'paper.example (sport)', ''],
    ['paper.example', 'paper.example.org (sport)', 'paper.example'],
  ])('names the host %j beside the source %j as %j', (host, source, shown) => {
    expect(hostBeside(host, source)).toBe(shown);
  });

  const bare = { title: '', excerpt: '', url: null, lang: 'de' };
  const url = 'https://paper.example/1';
  const rating = { value: 2, of: 5 };
  test.each([
    ['its title', { ...bare, title: 'Titel', excerpt: 'Text', url }, 'title', 'Titel', 'de'],
    ['its text, without a title', { ...bare, excerpt: 'Text' }, 'text', 'Text', 'de'],
    ['its link, without either', { ...bare, url }, 'none', '(without a title)', undefined],
    ['that its words were removed', bare, 'none', '(text removed)', undefined],
    ['no more than we know, of a rating alone', { ...bare, rating }, 'none', '(no text kept)', undefined],
  ])('a row is told by %s', (_, row, kind, text, lang) => {
    expect(headOf(row)).toEqual({ kind, text, lang });
    expect(hasWords(row)).toBe(row.title !== '' || row.excerpt !== '' || row.url !== null);
  });
});

describe('what was made of a mention', () => {
  const formats = makeFormats('en-GB', 'UTC');
  const judged = { tone: 'negative', title: 'Late again', excerpt: '', lang: 'en' } as const;
  test.each([
    ['surely', { ...judged, p: [0.83, 0.1, 0.07] as [number, number, number] }, 'negative', '83% sure'],
    ['never wholly', { ...judged, p: [1, 0, 0] as [number, number, number] }, 'negative', '99% sure'],
    ['hardly', { ...judged, p: [0.44, 0.36, 0.2] as [number, number, number] }, 'negative', 'unsure'],
    ['without probabilities', judged, 'negative', ''],
    ['by the team', { ...judged, byTeam: true as const }, 'negative', 'by your team'],
    [
      'not, for its language',
      { ...judged, tone: 'unscored' as const, lang: 'ja' },
      'unscored',
      'Japanese has no model',
    ],
    [
      'not, for no language that is known',
      { ...judged, tone: 'unscored' as const, lang: 'und' },
      'unscored',
      'language not told',
    ],
    ['not, for no words', { ...judged, tone: 'unscored' as const, title: '' }, 'unscored', 'no text'],
    ['not yet', { ...judged, tone: null }, 'not scored yet', ''],
  ])('is told: %s', (_, row, word, sure) => expect(toneTextOf(row, formats)).toEqual({ word, sure }));

  test.each([
    [5, 5, '5 stars, but the text reads negative'],
    [4.5, 5, '4.5 stars, but the text reads negative'],
    [1, 5, '1 star, but the text reads positive'],
    [0, 1, 'thumb down, but the text reads positive'],
    [1, 1, 'thumb up, but the text reads negative'],
    [9, 10, '9 of 10, but the text reads negative'],
  ])('a rating of %d of %d that the text contradicts is told', (value, of, said) => {
    expect(conflictText({ rating: { value, of }, ratingConflict: true }, formats)).toBe(said);
    expect(conflictText({ rating: { value, of } }, formats)).toBe('');
  });
  test('a thumb is called one, other ratings by their scale', () => {
    expect([0, 1].map((value) => ratingText({ value, of: 1 }, formats))).toEqual(['thumb down', 'thumb up']);
    expect(ratingText({ value: 4, of: 5 }, formats)).toBe('4 of 5');
  });
  test('languages, intents and tones that nobody knows break nothing', () => {
    expect(['de', 'pt-BR', 'und', '"><b>', 'zz-invalid-tag-too-long-x'].map(languageName)).toEqual([
      'German',
      'Brazilian Portuguese',
      undefined,
      undefined,
      undefined,
    ]);
    expect(['leave', 'constructor', '<b>'].map(intentName)).toEqual(['leaves', 'constructor', '<b>']);
    expect(['positive', '__proto__'].map(themeToneText)).toEqual([', positive', '']);
  });
  test('a language is named where it is foreign and was not just named', () => {
    expect(foreignLanguage({ lang: 'de', tone: 'positive' })).toBe('German');
    expect(foreignLanguage({ lang: 'de', tone: 'unscored' })).toBeUndefined();
    expect(foreignLanguage({ lang: 'en', tone: 'positive' })).toBeUndefined();
  });
});
