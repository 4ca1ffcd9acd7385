import { describe, expect, test } from 'vitest';
import { textCell } from './csv.ts';
import { safeLink } from './safe-link.ts';

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \tjavascript:alert(1)',
    'java\nscript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'intent://x',
    'ms-msdt:/id',
    '//evil.test/x',
    'https://good.test@evil.test/',
    'https://user:pass@evil.test/',
    'https://',
    '',
  ])('%j is no link', (url) => {
    expect(safeLink(url)).toBeNull();
  });
  test('no address is no link', () => {
    expect(safeLink(null)).toBeNull();
  });
  test('a homograph shows its host in ASCII', () => {
    expect(safeLink('https://аррӏе.example/')?.host).toMatch(/^xn--/);
  });
  test('www. is left out of the shown host only', () => {
    expect(safeLink('https://www.city-paper.example/a')).toEqual({
      href: 'https://www.city-paper.example/a',
      host: 'city-paper.example',
    });
  });
});

describe('cells of text', () => {
  test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', ' =1'])(
    '%j is no formula',
    (text) => {
      expect(textCell(text)).toBe(`"'${text}"`);
    },
  );
  test('quotes and commas are quoted', () => {
    expect(textCell('Mill, "Son"')).toBe('"Mill, ""Son"""');
    expect(textCell('Mill & Son')).toBe('Mill & Son');
  });
});
