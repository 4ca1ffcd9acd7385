import { z } from 'zod';
import { sourceKeys } from '#contract';
import { decodeText } from './feed/decode-text.ts';
import { type Field, type FormatName, formatNames, formats, type Headers } from './import-formats.ts';
import { type Reading, readTable } from './import-table.ts';
import { defineSource } from './source-type.ts';

const Header = z.string().min(1).max(200);
const Columns = z
  .strictObject({
    title: Header.optional().describe('Header of the column with the title.'),
    text: z
      .union([Header, z.array(Header).min(1).max(20)])
      .optional()
      .describe('Header of the column with the text; or several, whose texts are then read as one.'),
    rating: Header.optional().describe('Header of the column with the rating.'),
    date: Header.optional().describe('Header of the column with the date: the one that must be there.'),
    url: Header.optional().describe("Header of the column with the item's own link."),
    id: Header.optional().describe(
      'Header of the column with an id: what identifies a row when the file is read again.',
    ),
    version: Header.optional().describe('Header of the column with the version of the app.'),
    language: Header.optional().describe('Header of the column with the language.'),
    author: Header.optional().describe(
      'Header of the column with the name of who wrote it: masked in the text, and never stored.',
    ),
  })
  .describe('Headers of the columns, as they stand in the file. Those of a `format` need not be named.');
const File = z.string().regex(/^inbox\/(?!.*\.\.)[^\\]+$/, 'a file in the folder inbox/');
type Settings = {
  columns?: z.infer<typeof Columns> | undefined;
  format?: FormatName | undefined;
  of: number;
  dates?: Reading['dates'];
  zone?: string | undefined;
};

/** Own headers go before those of the format; what is named must be there. */
export function howToRead({ columns = {}, format, of, dates, zone }: Settings): Reading {
  const named = Object.fromEntries(
    Object.entries(columns).flatMap(([field, header]) =>
      header === undefined ? [] : [[field, [header].flat()]],
    ),
  ) as Headers;
  const preset: Headers = format === undefined ? {} : formats[format];
  return {
    columns: { ...preset, ...named },
    needed: [...(Object.keys(named) as Field[]), 'date'],
    of,
    dates,
    zone: zone ?? 'UTC',
  };
}

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const filesOf = (file: string | string[]): [string, ...string[]] => [file].flat() as [string, ...string[]];

/** Reviews that the team exported itself, as CSV: of a store, a review site, a help desk. Read by hand, not at night. */
export const importCsv = defineSource({
  settings: z
    .strictObject({
      ...sourceKeys,
      type: z.literal('import'),
      file: z
        .union([File, z.array(File).min(1).max(100)])
        .describe(
          'The export, a CSV file in the folder inbox/, which git ignores; or several: inbox/reviews_*.csv.',
        ),
      format: z
        .enum(formatNames)
        .optional()
        .describe('A known export, whose headers need not be named under `columns`.'),
      columns: Columns.optional(),
      of: z.number().positive().max(1000).default(5).describe('Best rating that can be given.'),
      dates: z
        .enum(['dmy', 'mdy', 'ymd'])
        .optional()
        .describe(
          'Order of day, month and year in dates such as 03/04/2026, where no row of the file decides.',
        ),
      zone: z
        .string()
        .refine(isZone, 'a time zone such as Europe/Berlin')
        .optional()
        .describe('Time zone of dates that name none; UTC when left out.'),
    })
    .superRefine(({ format, columns }, context) => {
      if (format === undefined && columns?.date === undefined) {
        const message = `without a format (${formatNames.join(', ')}), columns.date must name the header of the date`;
        context.addIssue({ code: 'custom', path: ['columns'], message });
      }
    }),
  group: 'reviews',
  maxPages: 1,
  nightly: false,
  terms: {
    verdict: 'default-on',
    from: 'an export that the team made of an account of its own. No terms were read: those of the platform say what may be done with it',
  },
  label({ file }) {
    const [first, ...others] = filesOf(file).map((path) => path.replace(/^inbox\//, ''));
    return others.length === 0 ? (first ?? '') : `${first} and ${others.length} more`;
  },
  firstRequest: ({ file }) => ({ url: filesOf(file)[0] }),
  read(answer, settings) {
    const files = filesOf(settings.file);
    const at = files.findIndex((path) => answer.url === new URL(path, 'file:///').href);
    const next = files[at + 1];
    const decoded = decodeText(answer.body, undefined);
    if (!('text' in decoded)) return decoded;
    if (decoded.text.trim() === '')
      return { status: 'failed', reason: 'empty_body', detail: `${files[at] ?? 'the file'} is empty` };
    const page = readTable(decoded.text, howToRead(settings));
    return 'items' in page && at !== -1 && next !== undefined ? { ...page, then: { url: next } } : page;
  },
});
