/** Every word of the page “Data”, of badges and of embeds. */
export const dataWords = {
  heading: 'Data',
  toCopy: (what: string) => `${what}, to copy`,
  copy: 'Copy',
  copyOf: (what: string) => `Copy: ${what}`,
  copied: 'Copied',
  notCopied: 'Marked: copy it with your keys',
  lead: 'Everything these pages show, to take away: as files, in a spreadsheet, on another page. Free, without a key, renewed with each night.',
  noHome:
    'brand.yml names no address of these pages (site.url), so that the addresses below lack their beginning: put yours in front.',
  api: {
    heading: 'Files (API)',
    lead: 'Plain files at fixed addresses. What stands in them follows the schema beside each; new fields may come, none changes its meaning within v1.',
    address: 'Address',
    what: 'What it holds',
    schema: 'Schema',
    none: '–',
    example: 'Example',
    exampleOf: (path: string) => `${path}, with its lists cut short`,
  },
  /** What each address holds, in a line. */
  files: {
    index: 'what there is: brands, figures, months, and when they were made',
    figures: (list: string) =>
      `a figure with its formula, points, intervals, n and coverage. Figures: ${list}`,
    mentions: 'the mentions of one month with the judgement on each',
    coverage: 'which source covered which days',
    accuracy: 'how often the scorer is right on the team’s own labels; null without labels',
    asOf: 'what each night of a year published, beside what the same days give today',
    brief: 'the brief in sentences',
    alerts: 'alerts as a feed (Atom)',
    badge: 'a badge with value, interval and verdict',
    embed: 'one chart, to be framed by another page',
    figuresCsv: 'the same as a table',
    mentionsCsv: 'the same as a table',
  },
  terms: {
    heading: 'What may be reused',
    list: [
      'The figures are the team’s own: share them with the interval and the date they carry.',
      'Titles and excerpts belong to those who wrote them. They are quoted here with their link; whoever passes them on needs a right of their own to do so.',
      'Earshot itself is free software (MIT).',
    ],
    sources: 'What each source allows',
  },
  csv: {
    heading: 'Tables (CSV)',
    lead: 'UTF-8, commas, one header row. A cell that a spreadsheet might take for a formula begins with an apostrophe.',
    figures: 'Figures',
    mentions: 'Mentions, by month',
    json: 'JSON',
    csv: 'CSV',
    month: 'Month',
    count: 'Mentions',
    figure: 'Figure',
  },
  spreadsheet: {
    heading: 'In a spreadsheet',
    google: 'Google Sheets: put this into cell A1; it is read anew about every hour.',
    excel: 'Excel: Data → From Web (Get Data), with this address; then Refresh All. Or, in a blank query:',
    libre: 'LibreOffice: Sheet → External Links, with this address.',
    figure: (title: string) => `Example: ${title}`,
  },
  embeds: {
    heading: 'On another page',
    lead: 'One figure in a frame. It follows the light or dark of the reader; add ?theme=light or ?theme=dark to fix it. From 320 × 240 pixels on.',
    live: 'This is what it looks like',
    code: 'To copy',
    sandbox:
      'The frame may not reach out of itself: it holds no form, sets no cookie and asks nobody else for anything.',
  },
  badges: {
    heading: 'Badges',
    lead: 'The last 28 days as a picture, with interval and verdict, for a README or a wiki.',
    markdown: 'Markdown',
  },
  badgeAlt: (brand: string, figure: string, value: string, unit: string, verdict: string, moment: string) =>
    `${figure} of ${brand} over the last 28 days: ${value} (${unit})${verdict === '' ? '' : `; against the 28 days before: ${verdict}`}. Data as of ${moment}.`,
  feed: {
    heading: 'Alerts as a feed',
    text: 'Put this address into a feed reader, or let a chat follow it. An entry keeps its id for as long as the alert stands.',
    relative:
      'Its links are relative, as brand.yml names no address of these pages (site.url): some readers cannot follow them.',
  },
  offline: {
    heading: 'Without a network',
    text: 'The command below writes all pages into a folder that reads from a disk, a stick or an archive: open index.html. Filters, search and the live charts need a server and are left out; all words, numbers and charts are there.',
    command: 'npm run -s earshot -- build --offline --out FOLDER',
  },
  more: {
    report: 'A report to print or save as PDF',
    asOf: 'What the page said on any night',
  },
  embed: {
    title: (figure: string, brand: string) => `${figure} of ${brand}`,
    home: (brand: string) => `${brand}: all figures`,
    asOf: (moment: string) => `as of ${moment}`,
    empty: 'Nothing to draw yet.',
  },
} as const;
