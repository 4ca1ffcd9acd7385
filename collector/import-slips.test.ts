import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SurveySettings } from '#contract';
import { folderEach, now, panel } from './import-surveys.fixture.ts';
import { importSurvey } from './import-surveys.ts';
import { openStore } from './store/open-store.ts';

const folder = folderEach();
const nps = { id: 'nps', kind: 'nps', date: 'Date', score: 'Score' };
type Row = readonly [date: string | number, score: string | number];

async function imported(rows: readonly Row[], settings: object = nps) {
  const text = ['Date,Score', ...rows.map((row) => row.join(','))].join('\n');
  return importSurvey(
    SurveySettings.parse(settings),
    [{ file: 'inbox/nps.csv', bytes: new TextEncoder().encode(text) }],
    panel,
    openStore(folder()),
    { now, dryRun: false },
  );
}
const linesOf = (id = 'nps') =>
  readFileSync(join(folder(), 'surveys', `${id}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

describe('dates', () => {
  test('that can not be taken refuse the file where they are over a tenth: what is left may be of another kind', async () => {
    const report = await imported([...times(200, ['2026-09-01', 10]), ...times(200, [46266, 0])]);
    expect(report).toMatchObject({ status: 'refused', counted: 0, leftOut: { rejected: 200 } });
    expect(report.why).toMatch(/the dates of 200 of its 400 answers can't be taken.*row 202: its date is a/);
    expect(report.why).toMatch(/a bare number, as spreadsheets keep days, while others .* are written out/);
    expect(report.files[0]?.rejected).toHaveLength(200);
    expect(readdirSync(folder())).toEqual([]);
    const blank = await imported([...times(200, ['2026-09-01', 10]), ...times(100, ['', 0])]);
    expect(blank.why).toMatch(/the dates of 100 of its 300 .*row 202: it has no date/);
    // A tenth are slips.
    const few = await imported([...times(18, ['2026-09-01', 10]), ...times(2, ['', 0])]);
    expect(few).toMatchObject({ status: 'ok', counted: 18, leftOut: { rejected: 2 } });
  });

  test('that are all bare numbers are days as spreadsheets keep them, and that is said', async () => {
    const report = await imported([...times(6, [46266, 9]), ...times(6, ['46267.75', 0])]);
    expect(report).toMatchObject({ status: 'ok', counted: 12, from: '2026-09-01', to: '2026-09-02' });
    expect(report.files[0]?.notices).toEqual([
      'its dates are bare numbers, as spreadsheets keep days, and were read so: 46266 as 2026-09-01 (days since 1900; check that this is right)',
    ]);
    expect((await imported(times(6, [20000, 9]))).status).toBe('refused');
  });

  test('of long ago and of days to come are told as what they are, and no file of them is taken', async () => {
    const old = await imported(times(60, ['1926-01-02', 9]));
    expect(old.status).toBe('refused');
    expect(old.why).toMatch(/60 of its 60 .*row 2: its date is of 1926: years before 1970 are slips/);
    expect((await imported(times(6, ['02.01.1926', 9]))).why).toMatch(/its date is of 1926/);
    const ahead = await imported(times(60, ['2031-01-02', 9]));
    expect(ahead).toMatchObject({ status: 'refused', counted: 0 });
    expect(ahead.why).toMatch(/row 2: its date, 2031-01-02, lies ahead/);
    expect((await imported([['31 Feb', 9]])).why).toMatch(/row 2: it has no date that can be read/);
  });
});

test('a file of which every row is rejected is refused, even of one row', async () => {
  const report = await imported([['2026-11-02', 'ten']]);
  expect(report).toMatchObject({ status: 'refused', leftOut: { rejected: 1 } });
  expect(report.why).toMatch(/1 of its 1 answers can't be read/);
});

describe('answers that look as if given on a smaller scale', () => {
  test('make no NPS: the file is refused, with what to say', async () => {
    const five = [1, 2, 3, 4, 5, 5].flatMap((score) => times(5, ['2026-11-02', score]));
    const report = await imported(five);
    expect(report).toMatchObject({ status: 'refused', counted: 0 });
    expect(report.why).toBe(
      'inbox/nps.csv: none of its 30 answers is above 5: if they were asked from 1 to 5, they make no NPS: say kind: csat, scale: [1, 5] and top: 4; if from 0 to 10 all the same, say scale: [0, 10]',
    );
    const csat = { ...nps, id: 'csat', kind: 'csat', scale: [1, 5], top: 4 };
    expect(await imported(five, csat)).toMatchObject({ status: 'ok', counted: 30 });
    expect(await imported(five, { ...nps, scale: [0, 10] })).toMatchObject({ status: 'ok', counted: 30 });
    expect(linesOf()[0].counts).toEqual({ promoters: 0, passives: 0, detractors: 30 });
    expect(SurveySettings.safeParse({ ...nps, scale: [1, 5] }).error?.issues[0]?.message).toMatch(
      /NPS is asked from 0 to 10/,
    );
    expect((await imported(times(100, ['2026-11-02', 7]))).why).toMatch(/scale: \[1, 7\] and top: 6/);
  });

  test('are taken where one is above it, or where they are few', async () => {
    expect((await imported([...times(60, ['2026-11-02', 5]), ['2026-11-02', 8]])).status).toBe('ok');
    expect((await imported(times(29, ['2026-11-02', 5]))).status).toBe('ok');
    expect((await imported(times(99, ['2026-11-02', 7]))).status).toBe('ok');
  });

  test('of satisfaction are counted on the scale that the config says, and asked about; what is off it refuses the file', async () => {
    const csat = { ...nps, kind: 'csat', scale: [1, 10], top: 8 };
    const report = await imported(times(30, ['2026-11-02', 5]), csat);
    expect(report.files[0]?.notices).toEqual([
      'none of its 30 answers is above 5, on a scale that `scale` says goes to 10: is that right?',
    ]);
    const ten = Array.from({ length: 30 }, (_, at): Row => ['2026-11-02', (at % 10) + 1]);
    expect((await imported(ten, { ...csat, scale: [1, 5], top: 4 })).why).toMatch(
      /15 of its 30 answers can't be read/,
    );
  });
});

test('a plan of Delighted, which stands among the properties of a person, is a segment; their name is none', async () => {
  const header =
    'id,person,survey_type,score,comment,created_at,person_properties.name,person_properties.Plan';
  const rows = Array.from({ length: 12 }, (_, at) => `${at},9${at},nps,9,,2026-11-02T09:00:00Z,Ann,Pro`);
  const of = (segment: string) =>
    importSurvey(
      SurveySettings.parse({ id: 'nps', kind: 'nps', score: 'score', segment }),
      [{ file: 'inbox/dl.csv', bytes: new TextEncoder().encode([header, ...rows].join('\n')) }],
      panel,
      openStore(folder()),
      { now, dryRun: false },
    );
  const report = await of('person_properties.Plan');
  expect(report).toMatchObject({ status: 'ok', counted: 12 });
  expect(report.files[0]?.personal).toEqual(['person', 'person_properties.name']);
  expect(linesOf()).toMatchObject([{ segment: 'Pro', n: 12 }]);
  expect((await of('person_properties.name')).why).toMatch(/which is about who answered/);
});
