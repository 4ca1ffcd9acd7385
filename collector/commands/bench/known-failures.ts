import type { ModelCard } from '#contract';

type Right = ModelCard['failures'][number]['examples'][number]['right'];
export type Example = { text: string; right: Right; target?: string; group?: string };
export type KnownFailure = { kind: string; examples: readonly Example[] };

/**
 * Sentences of our own on which scorers of this sort fail, with what a reader understands. They were written before the scorer
 * was asked about them and none was taken out for its answer, so that what comes out right by luck stands here too.
 */
export const knownFailures: readonly KnownFailure[] = [
  {
    kind: 'sarcasm',
    examples: [
      {
        text: 'Oh great, the app logged me out again. Just what I needed at the checkout.',
        right: 'negative',
      },
      { text: 'Forty minutes on hold to be told to call back tomorrow. Outstanding.', right: 'negative' },
      { text: 'Another update that fixes nothing and moves every button. Bravo.', right: 'negative' },
    ],
  },
  {
    kind: 'mixed',
    examples: [
      { text: 'The coffee is superb, the service a disgrace.', right: 'neutral' },
      {
        text: 'Lovely staff and a beautiful shop, but I waited an hour and my order was wrong.',
        right: 'negative',
      },
      {
        text: 'Overpriced and slow to arrive, yet I would not want to do without it any more.',
        right: 'positive',
      },
    ],
  },
  {
    kind: 'long',
    examples: [
      {
        text: 'We had planned this evening for weeks. The friends who told us about the place had loved every minute, the terrace was said to be charming, the wine list generous and the waiters the kindest in town. We dressed up, took a taxi and looked forward to it all day. Then nobody knew of our booking, and we went home hungry.',
        right: 'negative',
      },
      {
        text: 'First the parcel went missing, then the hotline could not find the order, then the second parcel came with a dent in it and I was ready to write an angry letter. A woman from the shop rang me up herself, brought a new one to my door that same night and would not hear of money. That is how it is done.',
        right: 'positive',
      },
    ],
  },
  {
    kind: 'negation',
    examples: [
      {
        text: 'I can’t say that in three years of using it I ever had a bad day with it.',
        right: 'positive',
      },
      { text: 'Nobody I know who has tried the new model would call it an improvement.', right: 'negative' },
      { text: 'It is not that I did not like the old one.', right: 'positive' },
    ],
  },
  {
    kind: 'comparison',
    examples: [
      {
        text: 'I switched from Northwind to Halden and it is so much better.',
        target: 'Northwind',
        right: 'negative',
      },
      {
        text: 'I switched from Northwind to Halden and it is so much better.',
        target: 'Halden',
        right: 'positive',
      },
      {
        text: 'Compared with Northwind, every other roaster tastes of cardboard.',
        target: 'Northwind',
        right: 'positive',
      },
    ],
  },
  {
    kind: 'question',
    examples: [
      {
        text: 'Is Northwind any good, or is it as bad as people say?',
        target: 'Northwind',
        right: 'neutral',
      },
      { text: 'Does anybody know whether the filter is hard to replace?', right: 'neutral' },
      { text: 'Why would anyone pay twenty for this?', right: 'negative' },
    ],
  },
  {
    kind: 'domain',
    examples: [
      { text: 'The new drill bites hard and eats through concrete.', right: 'positive' },
      { text: 'This thriller is dark, disturbing and left me shaking.', right: 'positive' },
      {
        text: 'Northwind closes its roastery in the harbour after forty years.',
        group: 'news',
        right: 'negative',
      },
    ],
  },
  {
    kind: 'idiom',
    examples: [
      { text: 'That sandwich was to die for.', right: 'positive' },
      { text: 'The sound of these little speakers blew me away.', right: 'positive' },
      { text: 'The update is a proper dog’s dinner.', right: 'negative' },
    ],
  },
];
