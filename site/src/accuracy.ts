/**
 * Measured accuracy of scorers, on public sets with known answers. Three classes: macro-F1 over negative, neutral and
 * positive. Two classes: share of right answers. All in percent, of texts that the scorer was not trained on.
 */
export type SetScore = {
  set: string;
  texts: string;
  score: number;
  classes: 2 | 3;
  source: { name: string; licence: string; url: string };
};

const vader = {
  name: 'cjhutto/vaderSentiment',
  licence: 'MIT',
  url: 'https://github.com/cjhutto/vaderSentiment',
};
const goEmotions = {
  name: 'Google GoEmotions',
  licence: 'Apache-2.0',
  url: 'https://github.com/google-research/google-research/tree/master/goemotions',
};
const newsMtsc = { name: 'fhamborg/NewsMTSC', licence: 'MIT', url: 'https://github.com/fhamborg/NewsMTSC' };
const sentFin = { name: 'pyRis/SEntFiN', licence: 'MIT', url: 'https://github.com/pyRis/SEntFiN' };
const uci = {
  name: 'UCI 331, Sentiment Labelled Sentences',
  licence: 'CC BY 4.0',
  url: 'https://archive.ics.uci.edu/dataset/331',
};
const gne = {
  name: 'GoodNewsEveryone',
  licence: 'CC BY 4.0',
  url: 'https://www.romanklinger.de/data-sets/GoodNewsEveryone.zip',
};

const mams = {
  name: 'siat-nlp/MAMS-for-ABSA',
  licence: 'Apache-2.0',
  url: 'https://github.com/siat-nlp/MAMS-for-ABSA',
};

const scorers: Record<string, SetScore[]> = {
  'tone@1.0.0': [
    { set: 'goemotions', texts: 'comments', score: 69.4, classes: 3, source: goEmotions },
    { set: 'vader_tweets', texts: 'short posts', score: 71.1, classes: 3, source: vader },
    { set: 'vader_amazon', texts: 'sentences of product reviews', score: 60.5, classes: 3, source: vader },
    { set: 'vader_nyt', texts: 'sentences of opinion pieces', score: 60.4, classes: 3, source: vader },
    { set: 'vader_movie', texts: 'sentences of film reviews', score: 52.9, classes: 3, source: vader },
    { set: 'newsmtsc_doc', texts: 'news, whole text', score: 63.5, classes: 3, source: newsMtsc },
    { set: 'sentfin_doc', texts: 'financial headlines', score: 80.2, classes: 3, source: sentFin },
    { set: 'target_newsmtsc', texts: 'news, toward one name', score: 64.7, classes: 3, source: newsMtsc },
    {
      set: 'target_newsmtsc mt',
      texts: 'news, toward each of several names',
      score: 63.2,
      classes: 3,
      source: newsMtsc,
    },
    {
      set: 'target_sentfin',
      texts: 'financial headlines, toward each company',
      score: 80.3,
      classes: 3,
      source: sentFin,
    },
    {
      set: 'target_mams',
      texts: 'restaurant sentences that praise one thing and blame another',
      score: 69.7,
      classes: 3,
      source: mams,
    },
    { set: 'uci_amazon', texts: 'product reviews', score: 89.6, classes: 2, source: uci },
    { set: 'uci_imdb', texts: 'film reviews', score: 85.1, classes: 2, source: uci },
    { set: 'uci_yelp', texts: 'reviews of restaurants', score: 88.2, classes: 2, source: uci },
    { set: 'gne', texts: 'news headlines', score: 77.4, classes: 2, source: gne },
  ],
  'afinn@5.0.2': [
    { set: 'goemotions', texts: 'comments', score: 61.5, classes: 3, source: goEmotions },
    { set: 'vader_tweets', texts: 'short posts', score: 68.5, classes: 3, source: vader },
    { set: 'vader_amazon', texts: 'sentences of product reviews', score: 50.1, classes: 3, source: vader },
    { set: 'vader_nyt', texts: 'sentences of opinion pieces', score: 55, classes: 3, source: vader },
    { set: 'vader_movie', texts: 'sentences of film reviews', score: 38.9, classes: 3, source: vader },
    { set: 'newsmtsc_doc', texts: 'news, whole text', score: 52.4, classes: 3, source: newsMtsc },
    { set: 'sentfin_doc', texts: 'financial headlines', score: 51.1, classes: 3, source: sentFin },
    { set: 'uci_amazon', texts: 'product reviews', score: 81, classes: 2, source: uci },
    { set: 'uci_imdb', texts: 'film reviews', score: 77, classes: 2, source: uci },
    { set: 'uci_yelp', texts: 'reviews of restaurants', score: 80, classes: 2, source: uci },
    { set: 'gne', texts: 'news headlines', score: 73, classes: 2, source: gne },
  ],
};

/** The measured accuracy of a scorer and version, or nothing: that of another version says little. */
export const accuracyOf = (by: string): SetScore[] => (Object.hasOwn(scorers, by) ? (scorers[by] ?? []) : []);
