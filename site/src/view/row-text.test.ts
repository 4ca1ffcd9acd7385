import { describe, expect, test } from 'vitest';
import { hostBeside, langOf } from './row-text.ts';

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
  ])('names the host %j beside the source %j as %j', (host, source, shown) => {
    expect(hostBeside(host, source)).toBe(shown);
  });
});
