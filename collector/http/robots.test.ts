import { describe, expect, it } from 'vitest';
import { readRobots } from './robots.ts';

/** Of milliseconds: what grows with the square of a text takes minutes, and what does not a part of a second, on a busy machine too. */
const fewSeconds = 5000;

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
  const { allows } = readRobots(text, 'Earshot');

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
    expect(readRobots(text, 'Unnamed').allows('/everyone/x')).toBe(false);
    expect(readRobots(text, 'Unnamed').allows('/feeds/sport')).toBe(true);
  });

  it('lets allowing win a draw, and an empty rule or file allow all', () => {
    expect(readRobots('User-agent: *\nDisallow: /x\nAllow: /x', 'Earshot').allows('/x')).toBe(true);
    expect(readRobots('User-agent: *\nDisallow:', 'Earshot').allows('/x')).toBe(true);
    expect(readRobots('<html>not rules</html>', 'Earshot').allows('/x')).toBe(true);
  });

  it('takes no time over patterns made of stars', () => {
    const { allows: stars } = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`, 'Earshot');
    const started = performance.now();
    expect(stars(`/${'a'.repeat(4000)}b`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(fewSeconds);
  });

  it.each([
    // the RFC's own examples, 2.2.2
    ['/foo/bar?baz=qux', '/foo/bar?baz=qux', true],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84', true],
    ['/foo/bar/%E3%83%84', '/foo/bar/%e3%83%84', true],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz', true],
    ['/path/file-with-a-%2A.html', '/path/file-with-a-*.html', true],
    ['/path/file-with-a-%2A.html', '/path/file-with-a-b.html', false],
    ['/path/foo-%24', '/path/foo-$', true],
    ['/path/foo-%24', '/path/foo-', false],
    // and around them
    ['/%7Ejoe/', '/~joe/x', true],
    ['/~joe/', '/%7ejoe/x', true],
    ['/a%2Fb', '/a/b', false],
    ['/a$b', '/a$bc', true],
    ['/a$', '/a', true],
    ['/a$', '/a$', false],
    ['*', '/', true],
    ['/*/feed$', '/x/y/feed', true],
    ['/*/feed$', '/x/y/feeds', false],
    ['/a*b', '/a', false],
    ['/%', '/%', true],
    ['/%ff', '/%FF', true],
  ])('a rule "%s" fits "%s": %s', (rule, path, fits) => {
    expect(readRobots(`User-agent: *\nDisallow: ${rule}`, 'Earshot').allows(path)).toBe(!fits);
  });

  it('takes all groups of one agent as one, whatever stands between its lines', () => {
    const { allows: inTwo } = readRobots(
      'User-agent: earshot\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\nUser-agent: Earshot 2.0\nDisallow: /b',
      'Earshot',
    );
    expect(['/a', '/b', '/c'].map(inTwo)).toEqual([false, false, true]);
    const shared = 'User-agent: earshot\nSitemap: https://h.example/s.xml\n\nUser-agent: other\nDisallow: /';
    expect(readRobots(shared, 'Earshot').allows('/x')).toBe(false);
    expect(readRobots('User-agent: earshot-images\nDisallow: /', 'Earshot').allows('/x')).toBe(true);
  });

  it.each([
    ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /x'],
    ['lines that end as on old Macs', 'User-agent: *\rDisallow: /x\r'],
    ['blanks, capitals and comments', '  USER-AGENT : *  # all\r\n\tDisAllow:\t/x # this'],
  ])('reads through %s', (_, text) => {
    expect(readRobots(text, 'Earshot').allows('/x')).toBe(false);
    expect(readRobots(text, 'Earshot').allows('/y')).toBe(true);
  });

  it('A38: reads 500 KiB of noise as no rules, in no time', () => {
    const noise = Buffer.from(Array.from({ length: 512_000 }, (_, i) => (i * 2_654_435_761) % 251));
    const started = performance.now();
    expect(readRobots(new TextDecoder().decode(noise), 'Earshot').allows('/feed')).toBe(true);
    expect(performance.now() - started).toBeLessThan(fewSeconds);
  });

  it('tells how long the host wants us to pause, and never keeps its own file from us', () => {
    const delayed = 'User-agent: *\nCrawl-delay: 2.5\nDisallow: /';
    expect(readRobots(delayed, 'Earshot').crawlDelayMs).toBe(2500);
    expect(readRobots(delayed, 'Earshot').allows('/robots.txt')).toBe(true);
    expect(readRobots('User-agent: *\nCrawl-delay: soon', 'Earshot')).not.toHaveProperty('crawlDelayMs');
    expect(readRobots(`${delayed}\nUser-agent: earshot\nAllow: /`, 'Earshot')).not.toHaveProperty(
      'crawlDelayMs',
    );
  });
});
