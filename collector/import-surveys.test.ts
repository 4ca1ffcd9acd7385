import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SurveyCell, SurveySettings } from '#contract';
import { surveyWords } from './commands/survey-files.ts';
import { folderEach, now, panel } from './import-surveys.fixture.ts';
import { importSurvey, surveyTools } from './import-surveys.ts';
import { configWith } from './measure/invented-world.fixture.ts';
import { checkLines } from './store/check-lines.ts';
import { openStore } from './store/open-store.ts';
import { readSurvey } from './surveys/read-survey.ts';

const folder = folderEach();

type Settings = Parameters<(typeof SurveySettings)['parse']>[0];
const nps = { id: 'nps', kind: 'nps', date: 'Date', score: 'Score' };
const survey = (settings: object = nps): SurveySettings => SurveySettings.parse(settings as Settings);
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function imported(text: string | Uint8Array, settings: object = nps, dryRun = false) {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const files = [{ file: 'inbox/nps.csv', bytes }];
  return importSurvey(survey(settings), files, panel, openStore(folder()), { now, dryRun });
}
const stored = (id = 'nps') => readFileSync(join(folder(), 'surveys', `${id}.jsonl`), 'utf8');
const linesOf = (id = 'nps') =>
  stored(id)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const table = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
const times = (count: number, row: string) => Array.from({ length: count }, () => row);

describe('an export', () => {
  test('of which many say that they have no answer is read without them, and says so', async () => {
    const text = table(
      'Date,Score',
      ...times(6, '2026-11-02,10'),
      ...times(3, '2026-11-02,N/A'),
      '2026-11-02,keine Angabe',
      ...times(2, '2026-11-02,Did not buy'),
    );
    expect(await imported(text)).toMatchObject({
      status: 'refused',
      why: expect.stringMatching(/"Did not buy" is no whole number.*null for words that are no answer/),
    });
    const report = await imported(text, { ...nps, answers: { 'Did not buy': null } });
    expect(report).toMatchObject({ status: 'ok', rows: 12, counted: 6, leftOut: { blank: 6, rejected: 0 } });
    expect(report.files[0]?.notices).toEqual([
      '6 of its 12 cells say that there is no answer, and count as blank: "N/A", "keine Angabe", "Did not buy"',
    ]);
    expect(linesOf()).toMatchObject([{ n: 6, counts: { promoters: 6 } }]);
  });

  test('whose rows are known by month alone has lines of whole months', async () => {
    const retention = { id: 'nps', kind: 'retention', date: 'Month', start: 'a', end: 'b', new: 'c' };
    const report = await imported(
      table('Month,a,b,c', '2026-08,1000,980,100', '2026-09,1000,700,100'),
      retention,
    );
    expect(report).toMatchObject({ status: 'ok', from: '2026-08-01', to: '2026-09-30' });
    expect(linesOf()).toMatchObject([
      { from: '2026-08-01', to: '2026-08-31', counts: { kept: 880, lost: 120 } },
      { from: '2026-09-01', to: '2026-09-30', counts: { kept: 600, lost: 400 } },
    ]);
    const once = stored();
    await imported(table('Month,a,b,c', '2026-08,1000,980,100', '2026-09,1000,700,100'), retention);
    expect(stored()).toBe(once);
  });

  test('of any table is counted by day, by the sentence that goes with it', async () => {
    const text = table(
      'Date,Score',
      ...times(4, '2026-11-02,10'),
      ...times(2, '2026-11-02,6'),
      '2026-11-02,8',
    );
    expect(await imported(text)).toMatchObject({ status: 'ok', rows: 7, counted: 7, withheld: 0 });
    expect(linesOf()).toEqual([
      {
        v: 1,
        survey: 'nps',
        kind: 'nps',
        from: '2026-11-02',
        to: '2026-11-02',
        what: 'answers',
        segment: null,
        n: 7,
        counts: { promoters: 4, passives: 1, detractors: 2 },
        definition: 'Promoters answered 9 or 10 of 0 to 10, detractors 0 to 6, passives 7 or 8.',
      },
    ]);
    expect(checkLines(folder()).findings).toEqual([]);
  });

  test('of Typeform is read by its headers, markup in them or not; what was not finished is left out', async () => {
    const header =
      '#,"How <strong>likely</strong> are you, to recommend us?",Plan,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags';
    const row = (id: string, score: number, type = 'completed') =>
      `${id},${score},Pro,${type},2026-11-02 23:10:00,null,2026-11-02 23:30:00,ab12,`;
    const text = table(header, ...[1, 2, 3, 4, 5].map((id) => row(`r${id}`, 9)), row('r6', 0, 'partial'));
    const settings = {
      id: 'nps',
      kind: 'nps',
      score: 'How likely are you, to recommend us?',
      segment: 'Plan',
    };
    const report = await imported(text, settings);
    expect(report).toMatchObject({ status: 'ok', counted: 5, leftOut: { unfinished: 1 } });
    expect(report.files[0]).toMatchObject({ format: 'typeform', personal: ['Network ID'] });
    expect(linesOf()).toMatchObject([{ from: '2026-11-02', segment: 'Pro', n: 5 }]);
  });

  test('of SurveyMonkey has two header rows, and columns about people that are dropped and named', async () => {
    const text = table(
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,"How likely, from 0 to 10?",Known brands,,',
      ',,,,,,,,Response,Northwind Coffee,Bluebird Roasters,None of these',
      ...[1, 2, 3, 4, 5].map(
        (id) =>
          `${id},7,11/13/2026 09:00:00 AM,11/13/2026 09:02:00 AM,192.0.2.${id},p${id}@mail.example,Ann,Lee,10,Northwind Coffee,${id < 3 ? 'Bluebird Roasters' : ''},`,
      ),
    );
    const report = await imported(text, { id: 'nps', kind: 'nps', score: 'How likely, from 0 to 10?' });
    expect(report).toMatchObject({ status: 'ok', rows: 5, counted: 5 });
    expect(report.files[0]?.personal).toEqual(['IP Address', 'Email Address', 'First Name', 'Last Name']);
    expect(stored()).not.toMatch(/192\.0|mail\.example|Ann|Lee/);
    const known = await imported(text, { id: 'known', kind: 'awareness', aided: 'Known brands' });
    expect(known).toMatchObject({ status: 'ok', counted: 5 });
    // The third brand of the panel was no option: that is no 0.
    expect(linesOf('known')[0].counts).toEqual({ 'aided:northwind': 5, 'aided:bluebird': 2 });
  });

  test('of Qualtrics has three header rows; previews and unfinished rows are left out and counted', async () => {
    const text = table(
      'StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,Q1',
      'Start Date,End Date,Response Type,IP Address,Progress,Finished,Recorded Date,Response ID,How likely are you?',
      ...[
        '{"ImportId":"startDate"}',
        '{"ImportId":"endDate"}',
        '{"ImportId":"status"}',
        '{"ImportId":"ipAddress"}',
        '{"ImportId":"progress"}',
        '{"ImportId":"finished"}',
        '{"ImportId":"recordedDate"}',
        '{"ImportId":"_recordId"}',
        '{"ImportId":"QID1"}',
      ]
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(',')
        .split('\n'),
      ...[1, 2, 3, 4, 5].map(
        (id) =>
          `2026-11-02 08:00:00,2026-11-02 08:01:00,IP Address,192.0.2.1,100,True,2026-11-02 08:01:00,R_${id},9`,
      ),
      '2026-11-02 08:00:00,2026-11-02 08:01:00,Survey Preview,192.0.2.1,100,True,2026-11-02 08:01:00,R_6,0',
      '2026-11-02 08:00:00,2026-11-02 08:01:00,0,192.0.2.1,40,False,2026-11-02 08:01:00,R_7,0',
    );
    const denver = text.replaceAll('Date""}"', 'Date"",""timeZone"":""America/Denver""}"');
    const evening = denver.replaceAll('2026-11-02 08:01:00', '2026-10-31 20:00:00');
    expect(await imported(evening, { id: 'nps', kind: 'nps', score: 'Q1' }, true)).toMatchObject({
      from: '2026-11-01',
    });
    expect(
      await imported(denver.replaceAll('Denver', 'Nowhere'), { id: 'nps', kind: 'nps', score: 'Q1' }),
    ).toMatchObject({
      why: 'inbox/nps.csv: its dates are of the time zone "America/Nowhere", which is not known here: say `zone`',
    });
    for (const score of ['Q1', 'How likely are you?']) {
      const report = await imported(text, { id: 'nps', kind: 'nps', score });
      expect(report).toMatchObject({ rows: 7, counted: 5, leftOut: { preview: 1, unfinished: 1 } });
      expect(report.files[0]).toMatchObject({ format: 'qualtrics', personal: ['IPAddress'] });
    }
  });

  test('of Google Forms answers in words, which the config gives numbers', async () => {
    const text = table(
      'Timestamp,Satisfied?',
      ...times(3, '13/11/2026 14:02:11,Very satisfied'),
      ...times(2, '13/11/2026 14:02:11,Neither'),
      '13/11/2026 14:02:11,Whatever',
    );
    const settings = {
      id: 'csat',
      kind: 'csat',
      score: 'Satisfied?',
      scale: [1, 5],
      top: 4,
      answers: { 'Very satisfied': 5, neither: 3 },
    };
    const report = await imported(text, settings);
    expect(report).toMatchObject({ counted: 5, leftOut: { rejected: 1 } });
    expect(report.files[0]?.rejected).toEqual([{ row: 7, why: '"Whatever" is no whole number from 1 to 5' }]);
    expect(linesOf('csat')).toMatchObject([
      {
        counts: { satisfied: 3, others: 2 },
        definition: 'Satisfied are those who answered 4 or more on a scale of 1 to 5.',
      },
    ]);
  });

  test('of customers gives who was kept of those at the start', async () => {
    const text = table(
      'Month,Start,End,New',
      '2026-09-30,200,190,20',
      '2026-10-31,190,60,70',
      '2026-11-15,,,',
    );
    const settings = { id: 'kept', kind: 'retention', date: 'Month', start: 'Start', end: 'End', new: 'New' };
    const report = await imported(text, settings);
    expect(report).toMatchObject({ rows: 3, counted: 1, leftOut: { blank: 1, rejected: 1 } });
    expect(report.files[0]?.rejected).toEqual([
      { row: 3, why: '60 at the end less 70 new are -10 of 190 at the start' },
    ]);
    expect(linesOf('kept')).toMatchObject([{ from: '2026-09-30', n: 200, counts: { kept: 170, lost: 30 } }]);
  });

  test('of awareness names brands by the names of the panel; the first named is top of mind', async () => {
    const text = table(
      'Date,Which come to mind?,Which do you know?',
      '2026-11-02,"Bluebird; northwind coffee","Northwind Coffee, Bluebird Roasters"',
      '2026-11-02,"Northwind Coffee Air","Northwind Coffee"',
      '2026-11-02,"NORTHWIND COFFEE\nTea House",',
      '2026-11-02,none,none',
      '2026-11-02,Bluebirds,',
      '2026-11-02,,',
    );
    const settings = {
      id: 'aware',
      kind: 'awareness',
      date: 'Date',
      unaided: 'Which come to mind?',
      aided: 'Which do you know?',
    };
    expect(await imported(text, settings)).toMatchObject({ counted: 5, leftOut: { blank: 1 } });
    expect(linesOf('aware')[0]).toMatchObject({
      n: 5,
      counts: {
        'unaided:northwind': 2,
        'first:northwind': 1,
        'aided:northwind': 2,
        'unaided:bluebird': 1,
        'first:bluebird': 1,
        'aided:bluebird': 1,
        'unaided:air': 1,
        'first:air': 1,
        'aided:air': 0,
      },
    });
  });
});

describe('a table that is written oddly', () => {
  test('F01 in UTF-16, with a byte order mark, semicolons, tabs or bare carriage returns is read all the same', async () => {
    const rows = ['Date,Score', ...times(5, '2026-11-02,9')];
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows.join('\r\n'), 'utf16le')]);
    const texts = [
      `\ufeff${rows.join('\n')}`,
      rows.join('\r'),
      rows.join('\r\n').replaceAll(',', ';'),
      rows.join('\n').replaceAll(',', '\t'),
      utf16,
    ];
    for (const text of texts) {
      rmSync(join(folder(), 'surveys'), { recursive: true, force: true });
      expect(await imported(text)).toMatchObject({ status: 'ok', counted: 5 });
      expect(linesOf()).toHaveLength(1);
    }
  });

  test('F01 empty or with a header alone says so, or counts nothing', async () => {
    expect(await imported('')).toMatchObject({ status: 'refused', why: 'inbox/nps.csv: it is empty' });
    expect(await imported('Date,Score\n')).toMatchObject({ status: 'ok', rows: 0, counted: 0 });
    expect(readdirSync(folder())).not.toContain('surveys');
  });

  test('F02 with a quote that is never closed is refused at once, however long it is', async () => {
    const start = process.cpuUsage();
    const big = Buffer.alloc(50_000_000, 'x,9\n');
    big.write('Date,Score\n"');
    expect(await imported(big)).toMatchObject({ status: 'refused' });
    const amid = `Date,Score\n2026-11-02,9\n"2026-11-03,9\n${'2026-11-04,9\n'.repeat(200)}`;
    expect((await imported(amid)).why).toMatch(/the row at line 3: a quote is opened/);
    const fits = `Date,Score\n"${'2026-11-02,9\n'.repeat(1_500_000)}`;
    expect((await imported(fits)).why).toMatch(/a quote is opened and never closed/);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(4);
  });

  test('F03 beyond the limits is refused, or its cell is, with the limit', async () => {
    const many = `Date,Score\n${'2026-11-02,9\n'.repeat(200_001)}`;
    expect((await imported(many)).why).toMatch(/over 200000 rows/);
    expect((await imported(`${'a,'.repeat(10_000)}\n`)).why).toMatch(/over 200 columns/);
    const long = table('Date,Score', `2026-11-02,${'9'.repeat(10_001)}`);
    expect((await imported(long)).files[0]?.rejected[0]?.why).toMatch(/over 10000 characters/);
  });

  test('F04 with headers such as __proto__, twice the same or none is read where they are not asked for', async () => {
    const text = table('__proto__,Date,Score,Other,Other,', ...times(5, 'x,2026-11-02,9,a,b,c'));
    expect(await imported(text)).toMatchObject({ status: 'ok', counted: 5 });
    expect((await imported(text, { ...nps, segment: 'Other' })).why).toMatch(
      /two columns are called "Other"/,
    );
    expect((await imported(text, { ...nps, segment: '__proto__' })).status).toBe('ok');
    expect((await imported(text, { ...nps, score: 'Note' })).why).toBe(
      'inbox/nps.csv: no column "Note" (for score); found: __proto__ | Date | Score | Other | Other',
    );
  });

  test('F05 has rows rejected that hold no answer, each named by its row', async () => {
    const odd = ['11', '-1', '"10 "', 'ten', '"9,5"', '', '9.5', 'ann@mail.example'];
    const rows = [...odd.map((score) => `2026-11-02,${score}`), '31 Feb,9'];
    const report = await imported(table('Date,Score', ...rows, ...times(60, '2026-11-02,9')));
    expect(report).toMatchObject({ status: 'ok', counted: 61 });
    expect(report.leftOut).toMatchObject({ blank: 1, rejected: 7 });
    expect(report.files[0]?.rejected).toEqual([
      { row: 2, why: '"11" is no whole number from 0 to 10' },
      { row: 3, why: '"-1" is no whole number from 0 to 10' },
      { row: 5, why: '"ten" is no whole number from 0 to 10' },
      { row: 6, why: '"9,5" is no whole number from 0 to 10' },
      { row: 8, why: '"9.5" is no whole number from 0 to 10' },
      { row: 9, why: 'what may be an address or number is no whole number from 0 to 10' },
      { row: 10, why: 'it has no date that can be read' },
    ]);
  });

  test('F05 is refused where over a tenth of its answers can not be read, and still names each', async () => {
    const text = table('Date,Score', ...times(8, '2026-11-02,9'), '2026-11-02,ten', '2026-11-02,"1,020"');
    const report = await imported(text);
    expect(report).toMatchObject({ status: 'refused', rows: 10, counted: 0, leftOut: { rejected: 2 } });
    expect(report.why).toBe(
      'inbox/nps.csv: 2 of its 10 answers can\'t be read, and what is left would mislead; row 10: "ten" is no whole number from 0 to 10; row 11: "1,020" is no whole number from 0 to 10, for the sign in it may part thousands or decimals; export the answers as numbers or names, or say under `answers` what their words stand for, null for words that are no answer: { Did not buy: null }',
    );
    expect(report.files[0]?.rejected).toHaveLength(2);
    expect(readdirSync(folder())).toEqual([]);
    // One slip among few is no sign of another kind of answer.
    expect(await imported(table('Date,Score', ...times(5, '2026-11-02,9'), '2026-11-02,ten'))).toMatchObject({
      status: 'ok',
      counted: 5,
    });
  });

  test('has numbers with what the ends of the scale are called, and with noughts behind them', async () => {
    const tens = [
      '10 - Extremely likely',
      '10 (Extremely likely)',
      '10: best',
      '10.0',
      '"10,00"',
      'Great (10)',
      '１０',
    ];
    const noughts = ['0 - Not at all likely', '0 = never', '0. No', '0.0', '0) not me', '0-never'];
    const words = ['9-10', '9 of 10', '9/10', '10 - 11 likely', '9.000', '10 -'];
    const rows = [...tens, ...noughts, ...words].map((score) => `2026-11-02,${score}`);
    const report = await imported(table('Date,Score', ...rows, ...times(60, '2026-11-02,8')));
    expect(report.files[0]?.rejected.map(({ why }) => why.split('"')[1])).toEqual(words);
    expect(linesOf()[0].counts).toEqual({ promoters: tens.length, passives: 60, detractors: noughts.length });
  });

  test('F06 C18 has formulas that are kept as the text they are', async () => {
    const formula = `"=cmd|' /C calc'!A0"`;
    const text = table(
      'Date,Score,Plan',
      ...times(50, `2026-11-02,9,${formula}`),
      ...times(5, `2026-11-02,=1+9,x`),
    );
    expect(await imported(text, { ...nps, segment: 'Plan' })).toMatchObject({
      counted: 50,
      leftOut: { rejected: 5 },
    });
    expect(linesOf()[0].segment).toBe("=cmd|' /C calc'!A0");
  });

  test('F08 has dates that can be read two ways refuse the file, with what to say', async () => {
    const text = table('Date,Score', ...times(5, '03/04/2026,9'));
    expect((await imported(text)).why).toMatch(/day or with the month first.*say dates: dmy or dates: mdy/);
    expect((await imported(table('Date,Score', '13/04/2026,9', '04/13/2026,9'))).why).toMatch(
      /written alike/,
    );
    expect(await imported(text, { ...nps, dates: 'mdy' })).toMatchObject({ from: '2026-03-04' });
  });

  test('F08 has the latest answer of a respondent count, in whatever order the rows stand', async () => {
    const rows = [1, 2, 3, 4, 5].flatMap((id) => [`2026-11-02 08:00,0,r${id}`, `2026-11-02 09:00,10,r${id}`]);
    for (const text of [table('Date,Score,Id', ...rows), table('Date,Score,Id', ...rows.toReversed())]) {
      expect(await imported(text, { ...nps, respondent: 'Id' })).toMatchObject({
        counted: 5,
        leftOut: { repeated: 5 },
      });
      expect(linesOf()).toMatchObject([{ n: 5, counts: { promoters: 5, detractors: 0 } }]);
    }
  });

  test('F09 has weights refuse the file that are negative, missing, no number, or nothing together', async () => {
    for (const weight of ['-1', 'NaN', '', 'x', '1e400'])
      expect(
        (await imported(table('Date,Score,W', `2026-11-02,9,${weight}`), { ...nps, weight: 'W' })).why,
      ).toMatch(/row 2 has no weight/);
    const zeros = table('Date,Score,W', ...times(6, '2026-11-02,9,0'));
    expect((await imported(zeros, { ...nps, weight: 'W' })).why).toMatch(/weights sum up to 0/);
    for (const [other, why] of [
      ['3', 'row 3 has the weight "1,020", which may be 1.020 or 1020: write it without a comma'],
      ['0.98', 'row 3 has the weight "1,020", which may be 1.020 or 1020: write it without a comma'],
      ['"0,98"', undefined],
    ]) {
      const text = table('Date,Score,W', `2026-11-02,9,${other}`, ...times(5, '2026-11-02,9,"1,020"'));
      expect((await imported(text, { ...nps, weight: 'W' }, true)).why).toBe(
        why === undefined ? undefined : `inbox/nps.csv: ${why}`,
      );
    }
    const some = table('Date,Score,W', ...times(4, '2026-11-02,9,0'), ...times(5, '2026-11-02,9,1'));
    expect(await imported(some, { ...nps, weight: 'W' })).toMatchObject({
      counted: 5,
      withheld: 0,
      leftOut: { weightless: 4 },
    });
    const fine = table('Date,Score,W', ...times(4, '2026-11-02,9,"0,5"'), ...times(2, '2026-11-02,0,2'));
    await imported(fine, { ...nps, weight: 'W' });
    expect(linesOf()).toMatchObject([
      { n: 6, weight: { sum: 6, squares: 9 }, counts: { promoters: 2, detractors: 4 } },
    ]);
  });

  test('has answers of tomorrow rejected, and refuses to be taken for the export of another tool', async () => {
    const report = await imported(table('Date,Score', '2027-01-05,9'));
    expect(report.files[0]?.rejected).toEqual([{ row: 2, why: 'its date, 2027-01-05, lies ahead' }]);
    expect((await imported('Date,Score\n', { ...nps, format: 'qualtrics' })).why).toMatch(/not in the shape/);
  });
});

describe('people who answered', () => {
  test('F07 are not read about: a column of theirs that the config names refuses the file', async () => {
    const text = table('Date,Score,E-Mail,Plan', ...times(6, '2026-11-02,9,ann@mail.example,+49 30 1234567'));
    for (const key of ['segment', 'comment', 'respondent'])
      expect((await imported(text, { ...nps, [key]: 'E-Mail' })).why).toMatch(
        /"E-Mail", which is about who answered/,
      );
    expect((await imported(text, { ...nps, segment: 'Plan' })).why).toMatch(
      /addresses, telephone or account numbers/,
    );
    expect((await imported(text, { ...nps, respondent: 'Plan' })).why).toMatch(
      /addresses, telephone or account numbers/,
    );
    expect(readdirSync(folder())).toEqual([]);
  });

  test('F07 are no segments: neither by the header of their column, nor by what stands in it', async () => {
    const of = (header: string, ...values: string[]) => {
      const rows = values.flatMap((value) => times(6, `2026-11-02,9,${value}`));
      return imported(table(`Date,Score,${header}`, ...rows), { ...nps, segment: header }, true);
    };
    expect((await of('contact person', 'a', 'b')).why).toMatch(
      /"contact person", which is about who answered/,
    );
    expect((await of('Account manager', 'a', 'b')).why).toMatch(/which is about who answered/);
    for (const names of [
      ['Jane Doe', 'John Smith', 'Max Muster'],
      ['"Doe, Jane"', 'Hans-Peter Kurz'],
      ['Dr. Okonkwo', 'J. Doe', 'Pro'],
    ])
      expect((await of('Who', ...names)).why).toMatch(/what reads as names of people/);
    for (const plans of [
      ['Free Plan', 'Pro Plan'],
      ['New York', '"Austin, Texas"', 'San Jose'],
      ['Mark', 'x'],
    ])
      expect((await of('Plan', ...plans)).status).toBe('ok');
    const many = Array.from({ length: 30 }, (_, at) => `2026-11-02,9,k${at % 12}`);
    expect((await imported(table('Date,Score,Key', ...many), { ...nps, segment: 'Key' })).why).toMatch(
      /12 different values in 30 answers, too few of each for a segment: it may name people/,
    );
  });

  test('F07 leave no word of their comments: only how many speak of a theme, and in what tone, five at least', async () => {
    const text = table(
      'Date,Score,Why?',
      ...times(
        6,
        '2026-11-02,1,"The delivery was awful and late. Call me: ann@mail.example, +49 30 1234567"',
      ),
      ...times(2, '2026-11-02,10,"I love the wonderful coffee. Ann Lee"'),
    );
    const report = await imported(text, { ...nps, comment: 'Why?' });
    expect(report.comments).toEqual({ read: 8, withheld: 2 });
    const comments = linesOf().filter(({ what }) => what === 'comments');
    expect(comments).toContainEqual(
      expect.objectContaining({
        theme: 'delivery',
        tone: 'negative',
        n: 6,
        from: '2026-11-02',
        to: '2026-11-02',
      }),
    );
    expect(comments.every(({ n }) => n >= 5)).toBe(true);
    expect(stored()).not.toMatch(/awful|Ann|Call|mail\.example|1234567/);
    expect(checkLines(folder()).findings).toEqual([]);
  });
});

describe('cells of fewer than five', () => {
  test('go with the others of their day, week and month; what is still fewer is withheld and counted', async () => {
    const text = table(
      'Date,Score,Plan',
      ...times(5, '2026-10-05,9,Pro'),
      ...times(3, '2026-10-05,9,Free'),
      ...times(3, '2026-10-05,0,'),
      ...times(3, '2026-10-06,0,Pro'),
      ...times(2, '2026-10-11,7,Pro'),
      ...times(3, '2026-10-13,7,Pro'),
      ...times(3, '2026-10-21,7,Free'),
      ...times(4, '2026-11-02,9,Pro'),
    );
    const report = await imported(text, { ...nps, segment: 'Plan' });
    expect(report).toMatchObject({
      rows: 26,
      counted: 22,
      withheld: 4,
      segmented: { rows: 23, own: 5 },
    });
    expect(surveyWords(report, false).join('\n')).toContain(
      '18 of 23 answers with a segment count in the total alone',
    );
    const shown = linesOf().map(({ from, to, segment, n }) => [from, to, segment, n]);
    expect(shown).toEqual([
      ['2026-10-05', '2026-10-05', null, 6],
      ['2026-10-05', '2026-10-05', 'Pro', 5],
      ['2026-10-05', '2026-10-11', null, 5],
      ['2026-10-05', '2026-10-31', null, 6],
    ]);
  });
});

test('a few who are left over of a month go with its nearest line of no segment, and with one of a segment where there is no other', async () => {
  // 1 November 2026 is a Sunday: its week lies in October but for that day.
  const rows = [...times(2, '2026-11-01,0,'), ...times(3, '2026-11-04,9,'), ...times(2, '2026-11-05,9,')];
  const lines = () => linesOf().map(({ from, to, segment, n }) => [from, to, segment, n]);
  const report = await imported(table('Date,Score,Plan', ...rows, ...times(30, '2026-11-18,9,')));
  expect(report).toMatchObject({ counted: 37, withheld: 0 });
  expect(lines()).toEqual([
    ['2026-11-01', '2026-11-08', null, 7],
    ['2026-11-18', '2026-11-18', null, 30],
  ]);
  const plans = [...times(6, '2026-11-02,9,Pro'), ...times(9, '2026-11-03,9,Pro'), '2026-11-01,0,'];
  await imported(table('Date,Score,Plan', ...plans, ...times(5, '2026-11-18,9,Pro')), {
    ...nps,
    segment: 'Plan',
  });
  expect(lines()).toEqual([
    ['2026-11-01', '2026-11-02', null, 7],
    ['2026-11-03', '2026-11-03', 'Pro', 9],
    ['2026-11-18', '2026-11-18', 'Pro', 5],
  ]);
});

describe('what was imported', () => {
  const october = table('Date,Score', ...times(6, '2026-10-05,9'), ...times(7, '2026-10-06,0'));

  test('is replaced within the days of the file, and nowhere else', async () => {
    await imported(october);
    await imported(table('Date,Score', ...times(5, '2026-11-02,9')));
    await imported(table('Date,Score', ...times(8, '2026-10-06,10')));
    expect(linesOf().map(({ from, n, counts }) => [from, n, counts.promoters])).toEqual([
      ['2026-10-05', 6, 6],
      ['2026-10-06', 8, 8],
      ['2026-11-02', 5, 5],
    ]);
  });

  test('is not mixed with a file that holds half of what was added up: that is refused with the days to export', async () => {
    await imported(table('Date,Score', ...times(3, '2026-10-05,9'), ...times(4, '2026-10-07,0')));
    const before = stored();
    const report = await imported(table('Date,Score', ...times(8, '2026-10-07,10')));
    expect(report).toMatchObject({ status: 'refused', counted: 0 });
    expect(report.why).toMatch(/export at least 2026-10-05 to 2026-10-07/);
    expect(stored()).toBe(before);
  });

  test('of a rolling export is taken from the first day on that is not added up with days before it, and what is left is told', async () => {
    const september = ['2026-09-07,9', '2026-09-09,0', '2026-09-10,9', '2026-09-13,9', '2026-09-13,9'];
    const whole = table('Date,Score', ...september, ...times(6, '2026-09-15,9'), ...times(3, '2026-10-06,9'));
    expect(await imported(whole)).toMatchObject({ counted: 11, withheld: 3 });
    // The next export begins in the midst of the week that was added up, and knows more of October.
    const rolling = table(
      'Date,Score',
      ...september.slice(2),
      ...times(7, '2026-09-15,9'),
      ...times(6, '2026-10-06,0'),
    );
    const report = await imported(rolling);
    expect(report).toMatchObject({
      status: 'ok',
      rows: 16,
      counted: 13,
      leftOut: { standing: 3 },
      from: '2026-09-14',
      to: '2026-10-06',
    });
    expect(linesOf().map(({ from, to, n }) => [from, to, n])).toEqual([
      ['2026-09-07', '2026-09-13', 5],
      ['2026-09-15', '2026-09-15', 7],
      ['2026-10-06', '2026-10-06', 6],
    ]);
    const before = stored();
    expect(await imported(rolling)).toMatchObject({ counted: 13 });
    expect(stored()).toBe(before);
    // An older export ends in the midst of a week that was added up since: it is taken up to there.
    await imported(table('Date,Score', ...times(3, '2026-10-13,9'), ...times(3, '2026-10-16,9')));
    const older = table('Date,Score', ...times(5, '2026-10-07,9'), ...times(3, '2026-10-13,9'));
    expect(await imported(older)).toMatchObject({ counted: 5, leftOut: { standing: 3 }, to: '2026-10-12' });
    expect(linesOf().at(-1)).toMatchObject({ from: '2026-10-13', to: '2026-10-16', n: 6 });
  });

  test('stays as it is in a dry run', async () => {
    expect(await imported(october, nps, true)).toMatchObject({ status: 'ok', lines: 2 });
    expect(readdirSync(folder())).toEqual([]);
  });

  test('may come in several files, unless they hold the same days and nothing tells respondents apart', async () => {
    const files = (...texts: string[]) =>
      texts.map((text, at) => ({ file: `inbox/${at}.csv`, bytes: bytesOf(text) }));
    const both = (settings: object, ...texts: string[]) =>
      importSurvey(survey(settings), files(...texts), panel, openStore(folder()), { now, dryRun: false });
    const november = table('Date,Score', ...times(5, '2026-11-02,9'));
    expect(await both(nps, october, november)).toMatchObject({ status: 'ok', counted: 18, lines: 3 });
    expect((await both(nps, october, october)).why).toMatch(/hold answers of the same days/);
    const named = table('Date,Score,Id', ...[1, 2, 3, 4, 5].map((id) => `2026-10-05,9,${id}`));
    expect(await both({ ...nps, respondent: 'Id' }, named, named)).toMatchObject({
      counted: 5,
      leftOut: { repeated: 5 },
    });
  });

  test('is looked at by verify: lines edited by hand are named', async () => {
    await imported(october);
    const path = join(folder(), 'surveys', 'nps.jsonl');
    writeFileSync(path, stored().replace('"promoters":6', '"promoters":60'));
    expect(checkLines(folder()).findings).toEqual([
      { file: 'surveys/nps.jsonl', line: 1, why: 'counts 60 answers of 6: it was edited by hand' },
    ]);
    writeFileSync(path, stored().replace('"n":6', '"n":4'));
    expect(checkLines(folder()).findings).toHaveLength(1);
    await expect(imported(october)).rejects.toThrow(/mend it first/);
  });

  const rows = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 40 }),
      score: fc.oneof(
        { weight: 25, arbitrary: fc.integer({ min: 0, max: 10 }) },
        { weight: 1, arbitrary: fc.constantFrom(-1, 11) },
      ),
      plan: fc.constantFrom('a', 'b', ''),
      weight: fc.constantFrom('0', '0.1', '0.7', '3'),
    }),
    { maxLength: 120 },
  );
  const textOf = (many: { day: number; score: number; plan: string; weight: string }[]) =>
    table(
      'Date,Score,Plan,W',
      ...many.map(({ day, score, plan, weight }) => {
        const date = new Date(Date.UTC(2026, 8, day)).toISOString().slice(0, 10);
        return `${date},${score},${plan},${weight}`;
      }),
    );
  const weighted = { ...nps, segment: 'Plan', weight: 'W' };

  test('adds up: each row is in one line, withheld or left out; no line speaks of fewer than five', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (many) => {
        rmSync(join(folder(), 'surveys'), { recursive: true, force: true });
        const report = await imported(textOf(many), weighted);
        if (report.status !== 'ok') return;
        const cells = openStore(folder()).readSurveys().lines as SurveyCell[];
        const n = cells.reduce((sum, cell) => sum + cell.n, 0);
        const left = Object.values(report.leftOut).reduce((sum, one) => sum + one, 0);
        expect(n).toBe(report.counted);
        expect(n + report.withheld + left).toBe(many.length);
        expect(cells.every((cell) => cell.n >= 5 && cell.from.slice(0, 7) === cell.to.slice(0, 7))).toBe(
          true,
        );
        expect(checkLines(folder()).findings).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('in rolling exports counts no answer twice, whatever their days', async () => {
    const windows = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 30 })), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(rows, windows, async (many, spans) => {
        rmSync(join(folder(), 'surveys'), { recursive: true, force: true });
        for (const [from, days] of spans) {
          const shown = many.filter(({ day }) => day >= from && day < from + days);
          const report = await imported(textOf(shown), weighted);
          if (report.status !== 'ok') continue;
          const left = Object.values(report.leftOut).reduce((sum, one) => sum + one, 0);
          expect(report.counted + report.withheld + left).toBe(shown.length);
          expect(checkLines(folder()).findings).toEqual([]);
        }
        const cells = openStore(folder())
          .readSurveys()
          .lines.filter(({ what }) => what === 'answers') as SurveyCell[];
        const real = many.filter(({ score }) => score >= 0 && score <= 10);
        for (const { from, to } of cells) {
          const told = cells.filter((cell) => cell.from >= from && cell.to <= to);
          const there = real.filter(({ day }) => {
            const date = new Date(Date.UTC(2026, 8, day)).toISOString().slice(0, 10);
            return date >= from && date <= to;
          });
          expect(told.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(there.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is the same bytes when it is imported twice, or with its rows in another order', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer(), async (many, seed) => {
        rmSync(join(folder(), 'surveys'), { recursive: true, force: true });
        const report = await imported(textOf(many), weighted);
        if (report.lines === 0) return;
        const once = stored();
        await imported(textOf(many), weighted);
        expect(stored()).toBe(once);
        await imported(
          textOf(
            fc.sample(fc.shuffledSubarray(many, { minLength: many.length }), { numRuns: 1, seed })[0] ?? [],
          ),
          weighted,
        );
        expect(stored()).toBe(once);
      }),
      { numRuns: 25 },
    );
  });
});

test('a time is of the day that it is in the zone of the config, a date of that day wherever', () => {
  const zoned = configWith({ time: { zone: 'America/Los_Angeles', locale: 'en-GB', weekStart: 'monday' } });
  const daysOf = (header: string, date: string) => {
    const file = readSurvey(
      table(`${header},Score`, `${date},9`),
      survey({ ...nps, date: header }),
      surveyTools(zoned, now),
    );
    return 'answers' in file ? file.answers.map(({ day }) => day) : file;
  };
  expect(daysOf('Submit Date (UTC)', '2026-11-03 02:00:00')).toEqual(['2026-11-02']);
  expect(daysOf('Date', '2026-11-03 02:00:00')).toEqual(['2026-11-03']);
  expect(daysOf('Date', '2026-11-03')).toEqual(['2026-11-03']);
});
