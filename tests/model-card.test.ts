import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ModelCard } from '#contract';
import { answeredFailures, dataOf } from '../collector/commands/bench/card.ts';
import { measuredPrecision } from '../collector/commands/bench/precision.ts';
import { scorers, usualScorer } from '../collector/enrich/scorers.ts';

// All of these, but for the last, are mended by: npm run bench -- card FOLDER
const card = ModelCard.parse(JSON.parse(readFileSync('site/src/model-card.json', 'utf8')));
const { report } = card;

describe('the model card that is committed', () => {
  it('is that of the shipped scorer, beside AFINN and VADER', () => {
    const { by } = scorers[usualScorer]({});
    expect(card.scorer).toBe(by);
    expect(report.peers[0]).toBe(by);
    expect(report.peers.map((peer) => peer.split('@')[0])).toEqual(
      expect.arrayContaining(['afinn', 'vader']),
    );
  });

  it('shows what the scorer says today of the sentences on which such scorers fail', () => {
    expect(card.failures).toEqual(answeredFailures());
  });

  it('names what the NOTICE of the weights names, and no set that was learned from is missing there', () => {
    const sets = report.sets.map(({ set }) => set);
    expect(card.data).toEqual(dataOf(readFileSync('collector/enrich/tone/NOTICE', 'utf8'), sets));
    expect(card.data.flatMap((source) => source.sets).sort()).toEqual([...sets].sort());
  });

  it('carries what the stages measured of intents, themes and languages', () => {
    expect(card.precision).toEqual(measuredPrecision());
  });

  it('is honest: some of its sentences are answered wrong, and some right', () => {
    const answers = card.failures.flatMap(({ examples }) =>
      examples.map(({ right, label }) => right === label),
    );
    expect(answers.filter((right) => !right).length).toBeGreaterThan(answers.length / 4);
    expect(card.failures.every(({ examples }) => examples.length >= 2)).toBe(true);
  });
});
