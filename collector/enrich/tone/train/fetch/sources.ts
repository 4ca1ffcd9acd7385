import { headlines, type Lines, mamsLines, newsLines, sentfinLines, tabTexts, zipped } from './read-lines.ts';

/** A file at its public address, and how the lines that sets are made of are read from it. */
export type PublicFile = { url: string; read: (bytes: Uint8Array) => Lines };
/** What one or more sets are made from. */
export type PublicSource = { name: string; sets: readonly string[]; files: readonly PublicFile[] };

const github = (repository: string, commit: string, path: string): string =>
  `https://raw.githubusercontent.com/${repository}/${commit}/${path}`;

const goEmotions = (commit: string, split: string): PublicFile => ({
  url: github('google-research/google-research', commit, `goemotions/data/${split}.tsv`),
  read: tabTexts(0),
});
const vader = (name: string, commit: string, part: string): PublicSource => ({
  name: `vaderSentiment, ${part}`,
  sets: [name],
  files: [
    {
      url: github(
        'cjhutto/vaderSentiment',
        commit,
        `additional_resources/hutto_ICWSM_2014/${part}_GroundTruth.txt`,
      ),
      read: tabTexts(2),
    },
  ],
});
const newsMtsc = (file: string): PublicFile => ({
  url: github(
    'fhamborg/NewsMTSC',
    '6b838e00f54423c253806327a0ae24dbffa24c9e',
    `NewsSentiment/experiments/default/datasets/newsmtsc-${file}.jsonl`,
  ),
  read: newsLines,
});
const mams = (split: string): PublicFile => ({
  url: github(
    'siat-nlp/MAMS-for-ABSA',
    'c319889e556a61a484f450c425f1821baf946253',
    `data/MAMS-ATSA/raw/${split}.xml`,
  ),
  read: mamsLines,
});

/** Where the sets of the NOTICE are to be had. Addresses of repositories name a commit, so that what they hold stays as it is. */
export const publicSources: readonly PublicSource[] = [
  {
    name: 'GoEmotions',
    sets: ['goemotions'],
    files: [
      goEmotions('2adf640a14f11025ae5a9d0ec493b78530d276d3', 'train'),
      goEmotions('2adf640a14f11025ae5a9d0ec493b78530d276d3', 'dev'),
      goEmotions('b91598b43297db06cca27a29fe2d0442dffea029', 'test'),
    ],
  },
  vader('vader_tweets', '18c86513ea60b02fce8f3b1b598da43042d91b08', 'tweets'),
  vader('vader_amazon', '18c86513ea60b02fce8f3b1b598da43042d91b08', 'amazonReviewSnippets'),
  vader('vader_nyt', '18c86513ea60b02fce8f3b1b598da43042d91b08', 'nytEditorialSnippets'),
  vader('vader_movie', 'f2df519bfb73b00043750950f966707b822ac9bd', 'movieReviewSnippets'),
  {
    name: 'Sentiment Labelled Sentences (UCI 331)',
    sets: ['uci_amazon', 'uci_imdb', 'uci_yelp'],
    files: [
      {
        url: 'https://archive.ics.uci.edu/static/public/331/sentiment+labelled+sentences.zip',
        read: zipped(/_labelled\.txt$/, tabTexts(0)),
      },
    ],
  },
  {
    name: 'GoodNewsEveryone',
    sets: ['gne'],
    files: [
      {
        url: 'https://www.romanklinger.de/data-sets/GoodNewsEveryone.zip',
        read: zipped(/\.(?:[ct]sv|jsonl)$/, headlines),
      },
    ],
  },
  {
    name: 'NewsMTSC',
    sets: ['newsmtsc_doc', 'target_newsmtsc'],
    files: ['mt-hf/train', 'rw-hf/dev', 'mt-hf/dev', 'rw-hf/test', 'mt-hf/test'].map(newsMtsc),
  },
  {
    name: 'SEntFiN',
    sets: ['sentfin_doc', 'target_sentfin'],
    files: [
      {
        url: github('pyRis/SEntFiN', '84c747fcacea2f7bd96248b084dfa0d81fb4a181', 'SEntFiN.csv'),
        read: sentfinLines,
      },
    ],
  },
  { name: 'MAMS', sets: ['target_mams'], files: ['train', 'val', 'test'].map(mams) },
];
