import { bluebird, configWith, nightly, said, source } from '../invented-world.fixture.ts';
import { day, week } from './figure-of.fixture.ts';

export const themes = [
  { id: 'delivery', name: 'Delivery', lens: 'experience', touchpoint: 'deliver' },
  { id: 'price', name: 'Price', lens: 'innovation', touchpoint: 'pay' },
];

/** Five stories of five days, so that no two share a day; baristas tell them, and all complain of delivery. */
const fiveStories = () => {
  const told = [
    { tone: 'positive', intents: ['stay'], stars: 5 },
    { tone: 'positive', intents: ['stay'], stars: 5 },
    { tone: 'positive', intents: ['stay'], stars: 4 },
    { tone: 'negative', intents: ['leave'], stars: 1 },
    { tone: 'neutral', intents: ['leave'], stars: 5 },
  ] as const;
  return told.map(({ tone, intents, stars }, nth) =>
    said(day(nth), {
      tone,
      intents: [...intents],
      rating: { value: stars, of: 5 },
      title: 'A barista writes',
      themes: [{ id: 'delivery', tone: 'negative' }],
    }),
  );
};

/** The five in the news, two of the rival beside them, and five more in a forum where asked for. */
export const fiveOfEach = (forum = false) =>
  week(
    [
      ...fiveStories(),
      ...[5, 6].map((nth) => said(day(nth), { brand: bluebird.id })),
      ...(forum
        ? [2, 3, 4, 5, 6].map((nth) =>
            said(day(nth), { source: 'talk', group: 'forum', site: 'talk.example', lang: 'de' }),
          )
        : []),
    ],
    {
      config: configWith({
        competitors: [bluebird],
        segments: [{ id: 'baristas', words: ['barista'] }],
      }),
      sources: [source('paper'), source('talk', { group: 'forum' })],
      runs: ['paper', 'talk'].flatMap((one) => nightly(one, day(0), day(6))),
      themes,
    },
  );
