import type { Config, Mention, SurveyFormat, SurveyLine, SurveySettings } from '#contract';
import { enrich, openStories, scorerFor } from './enrich/enrich.ts';
import { makeCalendar } from './measure/calendar.ts';
import { textOfHtml } from './normalise/html-text.ts';
import { parseDate } from './normalise/parse-date.ts';
import { fold } from './select/fold.ts';
import { maskPeople } from './select/mask.ts';
import { searchNames } from './select/search-names.ts';
import { decodeText } from './sources/feed/decode-text.ts';
import { decideOrder, readDate } from './sources/import-dates.ts';
import { readRows } from './sources/import-table.ts';
import type { Store } from './store/open-store.ts';
import { addUp, addUpComments, type JudgedComment, type Segmented, type Span } from './surveys/add-up.ts';
import { latestOfEach } from './surveys/latest-of-each.ts';
import {
  type Answer,
  type LeftOut,
  nothingLeftOut,
  readSurvey,
  type SurveyFile,
} from './surveys/read-survey.ts';
import { refusedFor, replaceLines } from './surveys/replace-lines.ts';
import type { SurveyTools } from './surveys/survey-tools.ts';
import { wholeDays } from './surveys/whole-days.ts';

/** What became of one survey's files. */
export type SurveyReport = {
  survey: string;
  status: 'ok' | 'refused' | 'missing';
  /** Why it was refused, with the file; nothing of the survey was stored then. */
  why?: string;
  files: {
    file: string;
    format: SurveyFormat;
    rows: number;
    rejected: SurveyFile['rejected'];
    personal: string[];
    notices: readonly string[];
  }[];
  /** Rows with anything in them = counted + withheld + all that were left out. */
  rows: number;
  /** Rows that stand in the stored lines. */
  counted: number;
  /** Rows of which fewer than five came together even in a month. */
  withheld: number;
  /** Rows that name a segment, and those of them that are told by segment: of the others fewer than five came on a day. */
  segmented: Segmented;
  leftOut: LeftOut;
  /** Rows that left a question of awareness blank, and count as having named, or known, none. */
  namedNone: { unaided: number; aided: number };
  /** Lines that the files gave. */
  lines: number;
  comments: { read: number; withheld: number };
  /** First and last day whose answers were taken. */
  from?: string;
  to?: string;
};

const dayMs = 86_400_000;

/** What the readers of surveys need, of this config. */
export function surveyTools(config: Config, now: Date): SurveyTools {
  const calendar = makeCalendar(config.time);
  const name = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
  return {
    readRows,
    decideOrder,
    momentOf(text, order, zone) {
      const read = readDate(text, order, zone);
      return read === undefined ? undefined : parseDate(read)?.toISOString();
    },
    dayOf: (moment) => name(calendar.dayAt(Date.parse(moment))),
    today: name(calendar.dayAt(now.getTime())),
    weekOf(day) {
      const number = Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
      const [week] = calendar.periods('week', number, number);
      return { from: name(week?.begins ?? number), to: name(week?.ends ?? number) };
    },
    plain: (text) => textOfHtml(text).text,
    fold,
    isPersonal: (text) => maskPeople(text) !== text,
    brands: [config.brand, ...config.competitors].map((brand) => ({
      id: brand.id,
      names: [...new Set([brand.name, ...searchNames(brand)])],
    })),
    zone: config.time.zone,
  };
}

/** Tone and themes of comments, as those of reviews of the brand; their words go no further. */
function judgeComments(answers: readonly Answer[], config: Config): JudgedComment[] {
  const spoken = answers.filter(({ comment }) => comment !== '');
  const mentions = spoken.map(({ comment, moment }, at): Mention => {
    const id = at.toString(16).padStart(16, '0');
    const instant = `${moment.slice(0, 19)}Z`;
    return {
      v: 1,
      id,
      doc: id,
      brand: config.brand.id,
      source: 'survey',
      group: 'reviews',
      site: '',
      url: null,
      title: '',
      excerpt: maskPeople(textOfHtml(comment).text),
      publishedAt: instant,
      firstSeenAt: instant,
    };
  });
  const scores = enrich(mentions, { past: openStories(), config, configHash: '', relevant: () => true });
  return scores.map(({ tone, themes }, at) => ({
    day: spoken[at]?.day as string,
    tone: tone.label,
    themes: themes.map(({ id, tone }) => ({ id, tone })),
  }));
}

const isOn =
  ({ from, to }: Span) =>
  ({ day }: { day: string }): boolean =>
    day >= from && day <= to;

type Read = SurveyFile & { file: string };
type Part = { span: Span; files: Read[] };

/** Files whose days overlap belong together; those that stand apart replace what is stored of their own days only. */
function partsOf(files: readonly Read[]): Part[] {
  const parts: Part[] = [];
  const spanned = files.flatMap((file) => (file.span ? [{ file, span: file.span }] : []));
  for (const { file, span } of spanned.sort((a, b) => (a.span.from < b.span.from ? -1 : 1))) {
    const last = parts.at(-1);
    if (last && span.from <= last.span.to) {
      last.files.push(file);
      if (span.to > last.span.to) last.span = { ...last.span, to: span.to };
    } else parts.push({ span, files: [file] });
  }
  for (const { files } of parts) files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return parts;
}

/**
 * Reads the files of one survey and stores what their answers add up to. Nothing is stored where one of them is refused.
 * @param scores false spares the scoring of comments, which takes a second for a thousand: for looking only
 * @param files paths, for people, with their bytes; undefined where one is not there or too big to be read
 */
export async function importSurvey(
  survey: SurveySettings,
  files: readonly { file: string; bytes: Uint8Array | undefined }[],
  config: Config,
  store: Store,
  { now, dryRun, scores = true }: { now: Date; dryRun: boolean; scores?: boolean },
): Promise<SurveyReport> {
  const report: SurveyReport = {
    survey: survey.id,
    status: 'ok',
    files: [],
    rows: 0,
    counted: 0,
    withheld: 0,
    segmented: { rows: 0, own: 0 },
    leftOut: nothingLeftOut(),
    namedNone: { unaided: 0, aided: 0 },
    lines: 0,
    comments: { read: 0, withheld: 0 },
  };
  const refuse = (why: string): SurveyReport => ({ ...report, status: 'refused', why, counted: 0, lines: 0 });
  if (files.length === 0) return { ...report, status: 'missing', why: 'there is no file of it in inbox/' };
  const tools = surveyTools(config, now);
  const reads: Read[] = [];
  for (const { file, bytes } of files) {
    if (bytes === undefined) return refuse(`${file} is not there, or over 50 MB`);
    const decoded = decodeText(bytes, undefined);
    if (!('text' in decoded)) return refuse(`${file}: ${decoded.detail}`);
    const read = readSurvey(decoded.text, survey, tools);
    const seen = 'refused' in read ? read.seen : read;
    if (seen) {
      const { format, rows, rejected, personal, notices, leftOut } = seen;
      report.files.push({ file, format, rows, rejected, personal, notices });
      report.rows += rows;
      for (const key of Object.keys(report.leftOut) as (keyof LeftOut)[]) report.leftOut[key] += leftOut[key];
    }
    if ('refused' in read) return refuse(`${file}: ${read.refused}`);
    reads.push({ ...read, file });
  }
  const parts = partsOf(reads);
  const stored = store.readSurveys().lines.filter((line) => line.survey === survey.id);
  const storedOf = (wanted: SurveyLine['what']) => stored.filter(({ what }) => what === wanted);
  const made: { what: SurveyLine['what']; span: Span; lines: SurveyLine[] }[] = [];
  for (const { span, files } of parts) {
    if (files.length > 1 && files.some(({ tellsApart }) => !tellsApart))
      return refuse(
        `${files.map(({ file }) => file).join(' and ')} hold answers of the same days, and no column tells respondents apart: keep one of them, or name one under \`respondent\``,
      );
    const { answers, repeated } = latestOfEach(files.flatMap(({ answers }) => answers));
    report.leftOut.repeated += repeated;
    const { definition } = files[0] as Read;
    // What only some of the files asked about has no base in the others.
    const counts = (files[0] as Read).counts.filter((name) =>
      files.every(({ counts }) => counts.includes(name)),
    );
    const days = wholeDays(storedOf('answers'), span);
    if (!days) {
      const astride = storedOf('answers').find(({ from, to }) => from <= span.to && to >= span.from);
      return refuse(astride ? refusedFor(span, astride).refused : 'no day of it is left');
    }
    const taken = answers.filter(isOn(days));
    for (const question of taken.flatMap(({ blanks }) => blanks)) report.namedNone[question]++;
    report.leftOut.standing += answers.length - taken.length;
    report.from = [days.from, ...(report.from === undefined ? [] : [report.from])].sort()[0] as string;
    report.to = [days.to, ...(report.to === undefined ? [] : [report.to])].sort().at(-1) as string;
    const sums = addUp(taken, survey, { counts, definition, span: days, weekOf: tools.weekOf });
    made.push({ what: 'answers', span: days, lines: sums.lines });
    // Comments are counted by whole months, so that they may begin later than the answers.
    const commented = wholeDays(storedOf('comments'), days);
    const said = scores && commented ? judgeComments(taken.filter(isOn(commented)), config) : [];
    const comments = addUpComments(said, survey, { span: commented ?? days, by: scorerFor(config).by });
    if (commented) made.push({ what: 'comments', span: commented, lines: comments.lines });
    report.counted += taken.length - sums.withheld;
    report.withheld += sums.withheld;
    report.segmented.rows += sums.segmented.rows;
    report.segmented.own += sums.segmented.own;
    report.comments.read += said.length;
    report.comments.withheld += comments.withheld;
    report.lines += sums.lines.length + comments.lines.length;
  }
  let refused: string | undefined;
  const rewrite = (before: readonly SurveyLine[]) => {
    let lines = [...before];
    for (const { what, span, lines: fresh } of made) {
      const next = replaceLines(lines, fresh, span, what);
      if ('refused' in next) {
        refused = next.refused;
        return undefined;
      }
      lines = next;
    }
    return dryRun ? undefined : lines;
  };
  if (dryRun) rewrite(stored);
  else if (made.length > 0) await store.replaceSurvey(survey.id, rewrite);
  return refused === undefined ? report : refuse(refused);
}
