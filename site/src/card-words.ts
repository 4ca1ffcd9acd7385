/** What the model card says, in words for those who read the page rather than the code. */
export const cardWords = {
  heading: 'How often the scorer is right',
  lead: (of: { scorer: string; others: string; date: string; texts: string; sets: string }) =>
    `On ${of.date}, ${of.scorer} was asked about ${of.texts} English texts of ${of.sets} public collections whose tone people had told before, side by side with ${of.others}. It had learned from other texts of the same collections: other trades, years and places may fare worse.`,
  whatItMeans: [
    'How to read a score: 100 is always right, 33 is guessing. It is the mean of how well negative, neutral and positive texts are found (macro-F1), so that a scorer that calls everything neutral gets no credit for it. At 65, about two judgements in three stand.',
    'People do not agree either: two trained readers of the news gave the same tone to 82% of 447 phrases (Wilson, Wiebe and Hoffmann, 2005). No scorer can be expected to pass that by much.',
    'That is why this page counts many texts and never rests a finding on one: errors of single texts cancel out in part, and what does not is named below.',
  ],
  sections: {
    whole: {
      title: 'Tone of a whole text',
      lead: 'Negative, neutral or positive. Score of 100; guessing gives about 33.',
    },
    toward: {
      title: 'Tone toward one name in it',
      lead: 'The same text can be good for one name and bad for another. Score of 100; guessing gives about 33. AFINN hears which name a word stands near; VADER judges the whole text.',
    },
    two: {
      title: 'For or against',
      lead: 'Collections without neutral texts: share of right answers in percent; guessing gives 50. An answer that takes no side counts as half right.',
    },
  },
  uncovered: {
    title: 'In a trade that it has not learned from',
    /** A table's title, told apart from that of the trades it has learned from. */
    table: (title: string) => `${title}, trade not learned from`,
    lead: 'The nearest to how it does on your brand, if nothing like it is above: for each row the scorer was trained anew without the public texts of that row and all others of their sort, and told nothing of where they come from. Some 2,450 short sentences of our own, of which a few speak of films, restaurants or profits, were learned each time.',
  },
  columns: { set: 'Texts', count: 'How many', mean: 'Mean' },
  scorers: {
    tone: 'Earshot',
    'tone-base': 'its base alone',
    afinn: 'AFINN',
    vader: 'VADER',
  },
  scorersAre:
    'AFINN and VADER are widely used, free scorers that count words from lists, AFINN here with rules of Earshot’s own for names and negations. They are here to compare with.',
  sets: {
    goemotions: 'Comments in forums',
    vader_tweets: 'Short posts',
    vader_amazon: 'Sentences of product reviews',
    vader_nyt: 'Sentences of opinion pieces',
    vader_movie: 'Sentences of film reviews',
    newsmtsc_doc: 'Sentences of political news',
    sentfin_doc: 'Financial headlines',
    target_newsmtsc: 'News, toward one name',
    'target_newsmtsc mt': 'News, toward each of several names',
    target_sentfin: 'Financial headlines, toward each company',
    target_mams: 'Restaurants, toward each thing that is praised or blamed',
    uci_amazon: 'Product reviews',
    uci_imdb: 'Film reviews',
    uci_yelp: 'Reviews of restaurants',
    gne: 'News headlines that move people',
  },
  calibration: {
    title: 'When it says 80%, is it right 80% of the time?',
    lead: (ece: string, all: string, sure: string, share: string) =>
      `On the line it would be exactly as sure as it is right; on average of all collections it is ${ece} points off. It is right about ${all} of all texts, and about ${sure} of the ${share} it is surest of.`,
    alt: (points: string) => `How sure the scorer was, and how often it was right then: ${points}.`,
    point: (sure: string, right: string) => `said ${sure}, right ${right}`,
    x: 'How sure it said it was',
    y: 'How often it was right',
    size: 'All collections together; the larger a dot, the more texts.',
    table: 'Show as a table',
    columns: { sure: 'Said', right: 'Right', texts: 'Texts' },
  },
  netTone: {
    title: 'How far off the net sentiment of a group is',
    lead: (size: string) =>
      `Net sentiment runs from −100 to 100. Groups of ${size} texts were drawn from each larger collection, once as they come and once with a mood of their own, and the truth held against what each scorer makes of them. In points; less is better.`,
    note: (least: string, most: string) =>
      `These pages count labels. A level of net sentiment may therefore be off by some ${least} to ${most} points for the scorer’s sake alone, until the team has labelled 200 mentions of its own by lot, by which it is then corrected. Changes of one brand over time suffer far less, since most of the error is there both times.`,
    natural: 'As they come',
    shifted: 'With a mood of their own',
    row: (scorer: string, how: 'estimated' | 'counted') =>
      how === 'estimated' ? `${scorer}, estimated from its probabilities` : `${scorer}, labels counted`,
  },
  cost: {
    title: 'Speed and size',
    speed: 'Texts a second, on one processor core',
    speedOf: (scorer: string, speed: string, times: string | null) =>
      times === null ? `${scorer} ${speed}` : `${scorer} ${speed} (${times} × AFINN)`,
    speedNote: 'Seconds differ between machines; ratios hardly do.',
    memory: 'Memory, in a process of its own',
    memoryText: (mb: string, texts: string) => `at most ${mb} MB while it judged ${texts} texts`,
    size: 'Size of what it has learned',
    sizeText: (mb: string) => `${mb} MB, in the repository; no network is asked`,
  },
  data: {
    title: 'What it learned from',
    lead: 'Texts whose licences allow it, read once to set the scorer’s numbers; the texts themselves are not part of Earshot.',
    columns: { source: 'Source', by: 'By', licence: 'Licence' },
  },
  failures: {
    title: 'Where it fails',
    lead: 'Sentences of our own, of the sorts that scorers get wrong. They were written before it was asked, and none was taken out for its answer: where it is right here, it may be luck.',
    columns: { text: 'Sentence', right: 'Meant', said: 'Said' },
    toward: (name: string) => `toward ${name}`,
    sure: (percent: string) => `${percent} sure`,
    rightMark: 'right',
    wrongMark: 'wrong',
    kinds: {
      sarcasm: ['Sarcasm', 'Words of praise that mean the opposite are taken at their word.'],
      mixed: ['Mixed feelings', 'Praise and blame in one text: it has one label for both.'],
      long: [
        'Long texts',
        'What counts comes last, after much that points the other way. Earshot scores excerpts, seldom longer than these.',
      ],
      negation: ['Negation far away', 'It hears a “not” over a few words, not over a whole sentence.'],
      comparison: [
        'Comparisons',
        'Which of two is better is said by the order of words, which it hardly hears.',
      ],
      question: ['Questions', 'Asking whether something is good does not say that it is.'],
      domain: [
        'Words of a trade',
        'What is bad elsewhere may be praise here, and news may be good or bad by what happened alone. A team’s own words can be named under “words” in brand.yml.',
      ],
      idiom: ['Figures of speech', 'Words that mean something else together.'],
    },
  },
  precision: {
    title: 'How often other findings are right',
    columns: { precision: 'Right', cases: 'Cases', counted: 'Counted' },
    parts: {
      seen: 'In public texts that the rules were mended by',
      unseen: 'In other public texts',
      own: 'In cases of our own',
    },
    part: (right: string, cases: string, low: string, high: string) =>
      `${right} of ${cases} (${low} to ${high})`,
    noPart: '–',
    between: (low: string, high: string) => `${low} to ${high}`,
    of: {
      intent: {
        title: 'Intents',
        lead: 'Of the texts that are said to recommend, to warn and so on: how many do, among all public texts that one person read. An intent is counted where 20 such texts at least were read, and the lower end of the 95% interval over them reaches 80%. Texts that the rules were mended by say less than others: to stay, to leave and to compare rest on such texts alone. Cases of our own were written by the author of the rules, which flatters them; they decide nothing but that an intent is not counted.',
      },
      theme: {
        title: 'Themes',
        lead: 'Of the places where a theme was found by its shipped words: how many speak of it, read one by one.',
      },
      language: {
        title: 'Languages',
        lead: 'Of headlines of our own that were written after the detector was made: how many that are said to be in a language are.',
      },
    },
    names: {
      reviews: 'In reviews',
      'unseen-reviews': 'In sentences of reviews that no list of words had seen',
      anything: 'In posts and headlines about anything, where no brand is meant: a worst case',
    },
    counted: 'yes',
    uncounted: 'no',
  },
} as const;
