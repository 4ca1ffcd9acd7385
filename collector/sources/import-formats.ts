/** What a column holds, by the name that `columns:` has for it. */
export type Field = 'title' | 'text' | 'rating' | 'date' | 'url' | 'id' | 'version' | 'language' | 'author';

/** Headers of a field: the first that the file has is taken; several may make up the text. */
export type Headers = Partial<Record<Field, readonly string[]>>;

/**
 * Exports whose headers need not be written down. Read from what others published of such files, not from an account of
 * our own; where a platform has changed its headers, `columns:` names them.
 */
export const formats = {
  /** The monthly reviews_<package>_<month>.csv of Google Play Console, in UTF-16. */
  'google-play': {
    title: ['Review Title'],
    text: ['Review Text'],
    rating: ['Star Rating'],
    date: ['Review Submit Millis Since Epoch', 'Review Submit Date and Time'],
    url: ['Review Link'],
    version: ['App Version Name', 'App Version Code'],
    language: ['Reviewer Language'],
  },
  /** The export of service reviews of Trustpilot Business. */
  trustpilot: {
    id: ['Review Id'],
    title: ['Review Title'],
    text: ['Review Content'],
    rating: ['Review Stars'],
    date: ['Review Created (UTC)'],
    language: ['Review Language'],
    author: ['Review Username', 'Reviewer Name'],
  },
  /** The review export of my.G2. Its headers were found nowhere in public: these are the likely ones. */
  g2: {
    id: ['Review ID', 'ID'],
    title: ['Title', 'Review Title'],
    text: ['Review Text', 'Review', 'What do you like best?', 'Comments'],
    rating: ['Star Rating', 'Stars', 'Rating'],
    date: ['Submitted At', 'Date Submitted', 'Submitted', 'Published At', 'Date'],
    url: ['Review URL', 'URL', 'Link'],
    author: ['Reviewer Name', 'User Name', 'Name'],
  },
} satisfies Record<string, Headers>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as [FormatName, ...FormatName[]];
