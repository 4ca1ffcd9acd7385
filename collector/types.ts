import type {
  Attention,
  Brand,
  Config,
  DateFlag,
  Mention,
  Rating,
  Run,
  Score,
  Signal,
  SourceBase,
  SourceState,
  Status,
} from '#contract';

/** A request of a source type. Sources never touch the network themselves. */
export type Request = {
  url: string;
  accept?: string;
  /** Sent by POST where given. Only a login needs it: nothing that Earshot asks for changes anything. */
  form?: Readonly<Record<string, string>>;
  /** Sent by POST where given: the question of an API that takes it in no other way, and that changes nothing there. */
  json?: Readonly<Record<string, unknown>>;
  /**
   * Value of the header, made of secrets: sent to this origin only, and never logged or stored. It holds for the next pages
   * of the same origin as well.
   */
  authorization?: string;
  /** Pause that the source wants between two requests, in milliseconds, where it is longer than the usual one. */
  pauseMs?: number;
  /**
   * True for a page of older items, asked for only where the newest page holds nothing that is known, and no further than
   * to `since`. Where there is no such page the list has ended; where it fails, what was read before it stands.
   */
  backFill?: boolean;
  /**
   * True for a documented API that invites programs: its rules are its terms and limits, which the source keeps to.
   * Robots.txt, which speaks to whoever crawls pages, is then not asked at its own host.
   */
  invited?: boolean;
  /** The search asked instead where this address alone has no answer, so that it does not take the others with it. */
  orElse?: Request;
};

/** What a source type may know besides its settings. */
export type Asking = {
  /** What is older was accounted for. Later nights ask back 72 hours more than needed, since many sources publish late. */
  since: Date;
  now: Date;
  /** The panel: the brand first. `names` are the words and phrases by which a search finds it. */
  brands: readonly { id: string; names: readonly string[]; articles: readonly string[] }[];
  /** Values of the environment's variables that the type says it needs. */
  secrets: Readonly<Record<string, string>>;
};

/** A whole or broken-off answer. `body` is decompressed; `whole` is false where the connection ended early. */
export type Answer = {
  kind: 'answer';
  /** Address that was read in the end, after redirects. */
  url: string;
  /** Absent where a file of the repository was read: no HTTP happened. */
  http?: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  whole: boolean;
};
/** 304 to our validator. */
export type NotModified = { kind: 'not_modified'; http: 304 };
/** No answer that can be read; `reason` is a code of the table in data/README.md, `detail` a sentence for people. */
export type Failure = {
  kind: 'failure';
  status: Extract<Status, 'refused' | 'failed' | 'changed'>;
  reason: string;
  detail: string;
  http?: number;
  /** Not to be asked again before this moment. */
  nextAllowedAt?: Date;
};

/** The only door to the network. Validators are sent where given. */
export type Door = (
  request: Request,
  validators?: { etag?: string | undefined; lastModified?: string | undefined },
) => Promise<(Answer & { notices?: string[] }) | NotModified | Failure>;

/** What a feed said, nearly all optional, nothing trusted. */
export type RawItem = {
  title?: string | undefined;
  link?: string | undefined;
  guid?: string | undefined;
  /** As stated: a text in any format, or epoch seconds or milliseconds. */
  published?: string | number | undefined;
  /** Body or summary, the longer of what was given; may hold HTML. */
  text?: string | undefined;
  /** False where `title` and `text` are plain text, so that `a < b` is not taken for markup. */
  html: boolean;
  language?: string | undefined;
  rating?: { value: number; of: number } | undefined;
  version?: string | undefined;
  attention?: Attention | undefined;
  /** Community within a site, where it has some. */
  site?: string | undefined;
  /** Base for relative links. */
  base?: string | undefined;
  /** Names of those who wrote it, as stated: only for masking them in the text, never stored. */
  authors?: string[] | undefined;
  /** True where its guid, title and date were listed last night under another link: it was looked at then. */
  listedBefore?: boolean | undefined;
};

/** What `read` of a source type makes of one answer. */
export type Page = {
  items: RawItem[];
  /** False where the document broke off or lost its end. */
  whole: boolean;
  /** The next page of the same search, if there may be one. It is not asked for where the items are known. */
  next?: Request | undefined;
  /** The next search, asked for when this one has ended: another term, or what a login was for. */
  then?: Request | undefined;
  /** Daily counts that are no mentions. */
  signals?: Signal[] | undefined;
  /** Not to be asked again before this moment: a quota is used up. */
  restUntil?: Date | undefined;
  /** The moment before which the source gives nothing, whatever it is asked: what lies before stays a gap. */
  reachesTo?: Date | undefined;
  /** Reason code, where the source itself says, or its rules imply, that there is more than it will give. */
  capped?: string | undefined;
  /** A sentence, where so much of it is not in the shape that the source promises that it vouches for no time. */
  odd?: string | undefined;
  /** Something to tell the team that is no failure, such as rows that could not be used. */
  notices?: string[] | undefined;
  /** Feeds that a list names, to be read as sources of their own. */
  feeds?: NonNullable<SourceState['feeds']> | undefined;
};
/** Or the reason why the answer is not what this source promises. */
export type Unreadable = { status: 'refused' | 'failed' | 'changed'; reason: string; detail: string };

/** A source type: settings, and two pure functions. One file in `sources/`, one line in its registry. */
export type SourceType<Settings extends SourceBase> = {
  /** Group that its items fall in where the config names none. */
  group: string;
  /** Pages asked for at most in one night. */
  maxPages: number;
  /** Whether the nightly run reads it; `import` sources are read by hand. */
  nightly: boolean;
  /** What its terms say, and whether it is read without being asked to. */
  terms: Terms;
  /** Words that the source asks to be shown with what it gave. */
  attribution?: string;
  /** Variables of the environment that hold its secrets. It is refused as long as one that is needed is missing. */
  secrets?: readonly { name: string; needed: boolean; what: string }[];
  /**
   * True where what is asked for is chosen by `since`: a whole answer then accounts for all of that time, also when it
   * holds little or nothing. Its addresses change every night, so that nothing is known of them from the last one.
   */
  asksSince?: boolean;
  /** True for a documented API that invites programs: see `Request.invited`. */
  invitesPrograms?: boolean;
  /** True where it gives daily counts and no items: that it was covered says nothing of what was said that day. */
  countsOnly?: boolean;
  /** True where it gives no items but the feeds that are to be read: it is read before all others. */
  listsFeeds?: boolean;
  /** What it is, for people: a host, "App Store, US". */
  label(settings: Settings): string;
  /**
   * What tells whether it is still the same place that is asked, whose answers may be compared with the last ones: the
   * address of the first request where left out. Wanted where that changes from night to night or is made of secrets.
   */
  place?(settings: Settings): string;
  /**
   * Why it can't be asked, where the shape of its settings can't tell: a key that is none. Looked at before the first request
   * is made. The sentence holds nothing of a secret.
   */
  hindrance?(settings: Settings, asking: Asking): Unreadable | undefined;
  firstRequest(settings: Settings, asking: Asking): Request;
  read(answer: Answer, settings: Settings, asking: Asking): Page | Unreadable;
};

/** What a source allows, in its own words, as they were read on a day. Not legal advice. */
export type Terms =
  | {
      /** `opt-in`: off until brand.yml says under `accept:` which condition is met. */
      verdict: 'default-on' | 'opt-in';
      quote: string;
      from: string;
      /** The day of the record, where it states one; else when the record was looked at. */
      read: string;
    }
  /** Where no platform is asked: what it comes from, and whose terms hold, in our words. */
  | { verdict: 'default-on'; quote?: never; from: string; read?: never };

/** Ours, strict: one item of one source, in plain text, with an identity and a date. */
export type Item = {
  /** Identity within the source: canonical link, else guid, else title and day. */
  key: string;
  /** Identity across sources: hash of the canonical link or guid, else of `key` and source. */
  doc: string;
  url: string | null;
  site: string;
  title: string;
  /** Whole plain text, which is matched and scored from but never stored. */
  text: string;
  publishedAt: Date;
  dateFlag?: DateFlag;
  rating?: Rating;
  version?: string;
  attention?: Attention;
  /** Names of those who wrote it, to be masked in what is stored; never stored themselves. */
  authors?: string[];
  /** True where it was listed last night under another link. */
  listedBefore?: boolean;
};

/** Counts of items left out, by reason. */
export type Dropped = Record<string, number>;

/** All that one attempt at a source gave, before any of it is judged. */
export type Reading = {
  items: RawItem[];
  status: Status;
  reason?: string;
  /** A sentence for people, where something is to be said. */
  detail?: string;
  http?: number;
  bytes: number;
  /** Address of the first document: base of relative links. */
  url: string;
  /** What is to be remembered for the next night. */
  state: SourceState;
  /** From when on nothing is missing, where the source was asked for a time rather than for its newest items. */
  coversFrom?: Date;
  /** True where it answered, and yet what it lists can't be trusted to be all: a list that is empty since yesterday. */
  vouchesForNothing?: boolean;
  signals?: Signal[];
  notices: string[];
};

/** A source of the config with its defaults filled in. */
export type Source = SourceBase & { group: string };

export type Progress = {
  /** A bar or counter where there is a terminal, nothing or a plain line elsewhere. */
  step(done: number, of: number, what: string): void;
  line(text: string): void;
};

/** The world as a collector may touch it. */
export type Rim = {
  door: Door;
  /** A file of the repository; undefined where there is none, or where it lies outside. */
  readLocal: (path: string) => Promise<Uint8Array | undefined>;
  /** A variable of the environment, for sources that need a key. */
  secret: (name: string) => string | undefined;
  /** Throws where what was read shows that this machine's clock is wrong: nothing is written then. */
  checkClock?: () => void;
  progress: Progress;
};

/**
 * What figures need of a mention, without its words. Whoever gives many may give the same record again with other values:
 * take from it what you need before the next one.
 */
export type Said = {
  /** The two halves of `id` and of `doc`: 32 bits each. */
  idHigh: number;
  idLow: number;
  docHigh: number;
  docLow: number;
  brand: string | null;
  source: string;
  group: string;
  site: string;
  /** What of the link tells its host; null where there is none. */
  origin: string | null;
  /** Milliseconds since 1970; NaN of a time that there is not. */
  publishedAt: number;
  firstSeenAt: number;
  rating: Rating | undefined;
  /** Of the app that was reviewed; null where none is told. */
  version: string | null;
  /** Characters of title or excerpt, whichever is longer. */
  length: number;
};

/** What figures need of a score; as `Said` in all else. */
export type Judged = {
  /** Of the mention. */
  idHigh: number;
  idLow: number;
  brand: string | null;
  storyHigh: number;
  storyLow: number;
  lang: string;
  relevant: boolean;
  tone: Score['tone'];
  themes: Score['themes'];
  intents: Score['intents'];
  by: string;
};

export type { Brand, Config, Mention, Run, Score, Signal, SourceBase, SourceState, Status };
