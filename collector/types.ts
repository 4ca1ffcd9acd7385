import type {
  Attention,
  Brand,
  Config,
  DateFlag,
  Mention,
  Rating,
  Run,
  Score,
  SourceBase,
  SourceState,
  Status,
} from '#contract';

/** A request of a source type: an address and what it would accept. Sources never touch the network themselves. */
export type Request = {
  url: string;
  accept?: string;
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
};

/** What `read` of a source type makes of one answer. */
export type Page = {
  items: RawItem[];
  /** False where the document broke off or lost its end. */
  whole: boolean;
  /** The next page, if there may be one. */
  next?: Request | undefined;
  /** Reason code, where the source itself says, or its rules imply, that there is more than it will give. */
  capped?: string | undefined;
  /** A sentence, where so much of it is not in the shape that the source promises that it vouches for no time. */
  odd?: string | undefined;
  /** Something to tell the team that is no failure, such as rows that could not be used. */
  notices?: string[] | undefined;
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
  /** The decisive words of its terms, where the team must accept them first. */
  needsAcceptance?: { quote: string; from: string; read: string };
  /** Words that the source asks to be shown with what it gave. */
  attribution?: string;
  /** What it is, for people: a host, "App Store, US". */
  label(settings: Settings): string;
  firstRequest(settings: Settings): Request;
  read(answer: Answer, settings: Settings): Page | Unreadable;
};

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
  notices: string[];
};

/** A source of the config with its defaults filled in. */
export type Source = SourceBase & { group: string };

export type Progress = {
  /** A bar or counter where there is a terminal, nothing or a plain line elsewhere. */
  step(done: number, of: number, what: string): void;
  line(text: string): void;
};

export type { Brand, Config, Mention, Run, Score, SourceBase, SourceState, Status };
