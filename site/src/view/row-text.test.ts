import { describe, expect, test } from 'vitest';
import { hasWords, headOf, hostBeside, langOf } from './row-text.ts';

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
