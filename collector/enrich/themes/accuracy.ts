/** How many finds were judged, and how many of them do speak of the theme. */
type Judged = { judged: number; right: number };

/**
 * Finds of the shipped words in public texts, read one by one: in reviews of goods and restaurants, and in posts and business
 * headlines about anything, where no brand need be meant. The second is a worst case: a mention names a brand of the panel.
 * The lists were narrowed a last time after this was read, by little.
 */
export const themeFinds: Readonly<Record<string, { reviews: Judged; anything: Judged }>> = {
  quality: { reviews: { judged: 9, right: 9 }, anything: { judged: 6, right: 1 } },
  performance: { reviews: { judged: 8, right: 8 }, anything: { judged: 8, right: 3 } },
  app: { reviews: { judged: 8, right: 5 }, anything: { judged: 6, right: 2 } },
  reliability: { reviews: { judged: 7, right: 6 }, anything: { judged: 6, right: 6 } },
  comfort: { reviews: { judged: 8, right: 8 }, anything: { judged: 6, right: 0 } },
  trust: { reviews: { judged: 8, right: 7 }, anything: { judged: 6, right: 4 } },
  price: { reviews: { judged: 9, right: 9 }, anything: { judged: 6, right: 3 } },
  billing: { reviews: { judged: 7, right: 7 }, anything: { judged: 6, right: 4 } },
  choice: { reviews: { judged: 6, right: 3 }, anything: { judged: 6, right: 3 } },
  checkout: { reviews: { judged: 8, right: 7 }, anything: { judged: 6, right: 2 } },
  people: { reviews: { judged: 9, right: 7 }, anything: { judged: 6, right: 2 } },
  shops: { reviews: { judged: 7, right: 4 }, anything: { judged: 5, right: 2 } },
  waiting: { reviews: { judged: 8, right: 5 }, anything: { judged: 4, right: 0 } },
  delivery: { reviews: { judged: 9, right: 8 }, anything: { judged: 6, right: 3 } },
  support: { reviews: { judged: 8, right: 6 }, anything: { judged: 6, right: 3 } },
  subscription: { reviews: { judged: 4, right: 3 }, anything: { judged: 10, right: 4 } },
  returns: { reviews: { judged: 9, right: 9 }, anything: { judged: 6, right: 2 } },
  workplace: { reviews: { judged: 3, right: 1 }, anything: { judged: 8, right: 4 } },
  innovation: { reviews: { judged: 7, right: 5 }, anything: { judged: 6, right: 2 } },
  sustainability: { reviews: { judged: 2, right: 1 }, anything: { judged: 10, right: 5 } },
  reputation: { reviews: { judged: 7, right: 7 }, anything: { judged: 6, right: 2 } },
  comparison: { reviews: { judged: 8, right: 8 }, anything: { judged: 6, right: 2 } },
  design: { reviews: { judged: 9, right: 9 }, anything: { judged: 6, right: 2 } },
};

/**
 * 150 sentences of reviews that no word list had seen, whose themes were noted before any was looked for: how many of these
 * themes were found, and how many of what was found was right. Sentences out of their context are harder than mentions.
 */
export const unseenReviews = { sentences: 150, themes: 103, found: 64, finds: 78, right: 74 } as const;

/**
 * Tone toward a theme, on public sentences about restaurants whose aspects disagree: macro-F1 (%) with the aspect's word as the
 * target within its clauses, against the tone of those clauses, which was the rule before; by tone@1.0.0.
 */
export const themeTone = { toward: 69.8, clauses: 50.8, aspects: 1336 } as const;
