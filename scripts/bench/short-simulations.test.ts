import { expect, it } from 'vitest';
import type { Finding } from './figures.ts';
import { falseIn, talkWorlds, termsIn } from './simulate-emerging.ts';
import { effectsIn, eventWorlds } from './simulate-events.ts';
import { costsIn, reviewWorlds } from './simulate-priorities.ts';
import { changesIn, coverageIn, panels } from './simulate-share-of-voice.ts';

const partOf = (findings: readonly Finding[], what: string): number => {
  const found = findings.find((finding) => finding.what.includes(what))?.found;
  if (found === undefined) throw new Error(`nothing was found of ${what}`);
  return Number.parseFloat(found);
};
const named = <T extends { name: string }>(worlds: readonly T[], name: string): T => {
  const world = worlds.find((one) => one.name === name);
  if (!world) throw new Error(`there is no world called ${name}`);
  return world;
};

it('costs hold what was planted, and the dearest theme leads, in a few brands', () => {
  const findings = costsIn(named(reviewWorlds, '150 reviews'), 25, 3);
  expect(partOf(findings, 'hold the planted cost')).toBeGreaterThan(88);
  expect(partOf(findings, 'dearest')).toBeGreaterThan(80);
  expect(partOf(findings, 'harmless')).toBeLessThan(15);
});

it('effects of events hold what was planted, in a few brands', () => {
  const findings = effectsIn(named(eventWorlds, 'waves of weeks shared, 11 a day'), 5, 3);
  for (const figure of ['stories', 'awareness', 'net-sentiment', 'satisfaction'])
    expect(partOf(findings, figure)).toBeGreaterThan(85);
});

it('a new word is found within a week, and few false ones are, in a few brands', () => {
  const findings = termsIn(named(talkWorlds, '3 stories a day'), 3, 3);
  expect(partOf(findings, '2 of its stories')).toBeGreaterThan(60);
  expect(partOf(findings, 'false ones')).toBeLessThan(1.5);
  expect(Number.parseFloat(falseIn(named(talkWorlds, '10 a day'), 12, 3).found)).toBeLessThan(10);
});

it.each(['2.4 % of five, 20 a day', '5 equal, 2.5 a day', '5 equal, bursts, 50 a day'])(
  'intervals of share of voice hold the share, in a few panels: %s',
  (name) => {
    const findings = coverageIn(named(panels, name), 6, 3);
    for (const length of ['day', 'week', '28 days']) {
      expect(partOf(findings, `: ${length}`)).toBeGreaterThan(91);
      expect(partOf(findings, `: ${length}`)).toBeLessThan(99.5);
    }
  },
);

it('share of voice tells half more talk, and seldom what did not change, in a few panels', () => {
  const findings = changesIn(named(panels, '5 equal, 50 a day'), 10, 3);
  expect(partOf(findings, 'false changes')).toBeLessThan(2);
  expect(partOf(findings, 'half more talk')).toBeGreaterThan(40);
});
