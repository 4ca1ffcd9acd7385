import { describe, expect, test } from 'vitest';
import { detectLanguage } from './language.ts';

describe('the language of a text is told', () => {
  test.each([
    ['The coffee was cold and nobody cared', 'en'],
    ['Great app', 'en'],
    ['Der Kaffee war kalt und niemand hat sich gekümmert', 'de'],
    ['Je ne recommande pas ce café', 'fr'],
    ['El café estaba frío y caro', 'es'],
    ['新しいコーヒーの店が駅前に開いた', 'ja'],
    ['Кофе был холодным', 'ru'],
    ['القهوة باردة جدا', 'ar'],
  ])('%s: %s', (text, language) => expect(detectLanguage(text)).toBe(language));

  test.each(['', '!!!', '42', '👍👍', 'https://a.example/the/coffee @ann', 'ok'])(
    '%j is told to be nothing',
    (text) => expect(detectLanguage(text)).toBe('und'),
  );
  test('addresses and names of people do not count', () =>
    expect(detectLanguage('Der Kaffee war leider kalt https://the.example/this/that @the @and')).toBe('de'));
});
