import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intents } from '#contract';
import {
  cellIn,
  highIn,
  intentsIn,
  isRelevant,
  lowIn,
  opinionIn,
  packJudgement,
  packMention,
  packPair,
  packTheme,
  themeIn,
  toneIn,
} from './packed.ts';

const sign = fc.constantFrom(-1, 0, 1, Number.NaN);
const cell = fc.nat(255);

test('whatever is packed comes out as it was', () => {
  fc.assert(
    fc.property(
      sign,
      cell,
      fc.boolean(),
      fc.nat(2 ** intents.length - 1),
      sign,
      (tone, of, relevant, bits, opinion) => {
        const judgement = packJudgement({ tone, cell: of, relevant, intents: bits });
        expect([toneIn(judgement), cellIn(judgement), isRelevant(judgement), intentsIn(judgement)]).toEqual([
          tone,
          of,
          relevant,
          bits,
        ]);
        const mention = packMention({ tone, cell: of, opinion });
        expect([toneIn(mention), cellIn(mention), opinionIn(mention)]).toEqual([tone, of, opinion]);
      },
    ),
  );
  fc.assert(
    fc.property(fc.nat(65_535), fc.nat(32_767), sign, (low, high, tone) => {
      expect([lowIn(packPair(low, high)), highIn(packPair(low, high))]).toEqual([low, high]);
      expect([themeIn(packTheme(low, tone)), toneIn(packTheme(low, tone))]).toEqual([low, tone]);
    }),
  );
});
