import { describe, expect, it } from 'vitest';
import { readRobots } from './robots.ts';

describe('robots.txt', () => {
  const text = `
    User-agent: other
    Disallow: /

    User-agent: EARSHOT/2.0
    User-agent: friend
    Disallow: /feeds/   # all of them
    Allow: /feeds/news
    Disallow: /*.json$
    Disallow: /a%2fb
    Disallow: /käse

    User-agent: *
    Disallow: /everyone
  `;
  const allows = readRobots(text, 'Earshot');

  it.each([
    ['/', true],
    ['/everyone', true],
    ['/feeds/sport', false],
    ['/feeds/news.xml', true],
    ['/api/x.json', false],
    ['/api/x.json?page=2', true],
    ['/a%2Fb', false],
    ['/k%C3%A4se', false],
  ])('%s → %s', (path, allowed) => {
    expect(allows(path)).toBe(allowed);
  });

  it('falls back to the rules for everyone', () => {
    expect(readRobots(text, 'Unnamed')('/everyone/x')).toBe(false);
    expect(readRobots(text, 'Unnamed')('/feeds/sport')).toBe(true);
  });

  it('lets allowing win a draw, and an empty rule or file allow all', () => {
    expect(readRobots('User-agent: *\nDisallow: /x\nAllow: /x', 'Earshot')('/x')).toBe(true);
    expect(readRobots('User-agent: *\nDisallow:', 'Earshot')('/x')).toBe(true);
    expect(readRobots('<html>not rules</html>', 'Earshot')('/x')).toBe(true);
  });

  it('takes no time over patterns made of stars', () => {
    const stars = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`, 'Earshot');
    const started = performance.now();
    expect(stars(`/${'a'.repeat(4000)}b`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
