import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SurveySettings } from '#contract';
import { surveyWords } from './commands/survey-files.ts';
import { folderEach, now, panel } from './import-surveys.fixture.ts';
import { importSurvey, surveyTools } from './import-surveys.ts';
import { openStore } from './store/open-store.ts';
import { nameFinder } from './surveys/find-names.ts';

const folder = folderEach();

/** What the last day gives; with the words that the import says. */
async function imported(settings: object, header: string | string[], rows: readonly string[]) {
  const survey = SurveySettings.parse({ id: 'aware', kind: 'awareness', ...settings });
  const bytes = new TextEncoder().encode([header, rows].flat().join('\n'));
  const files = [{ file: 'inbox/aware.csv', bytes }];
  const report = await importSurvey(survey, files, panel, openStore(folder()), { now, dryRun: false });
  const lines =
    report.lines === 0
      ? []
      : readFileSync(join(folder(), 'surveys/aware.jsonl'), 'utf8').trimEnd().split('\n');
  const last = lines.at(-1);
  const { n, counts } = last === undefined ? { n: 0, counts: {} } : JSON.parse(last);
  return { report, n, counts, words: surveyWords(report, false).join('\n') };
}
const ten = (row: (at: number) => string) => Array.from({ length: 10 }, (_, at) => row(at));

describe('a question with a list, a column a brand', () => {
  const settings = { date: 'date', aided: ['Northwind Coffee', 'Bluebird', 'None of these'] };
  const header = 'date,Northwind Coffee,Bluebird,None of these';

  test.each([
    ['1', '0'],
    ['1', ''],
    ['Yes', 'No'],
    ['TRUE', 'FALSE'],
    ['x', ''],
    ['Selected', 'Not selected'],
    ['✓', '-'],
    ['Ja', 'Nein'],
    ['1', 'NA'],
  ])('is read where it is marked %j and %j', async (yes, no) => {
    const { n, counts, words } = await imported(
      settings,
      header,
      ten((at) => `2026-11-02,${at % 2 ? yes : no},${yes},${at === 0 ? yes : no}`),
    );
    expect(words).toContain('marks under no name of the panel, counted for no brand: None of these');
    expect(n).toBe(10);
    // Nobody was asked about the third brand of the panel: that is no 0.
    expect(counts).toEqual({ 'aided:northwind': 5, 'aided:bluebird': 10 });
  });

  test('is read from below the question, where SurveyMonkey writes its options, and from behind it elsewhere', async () => {
    const monkey = [
      'Respondent ID,Collector ID,End Date,Which do you know besides Northwind Coffee?,,,',
      ',,,Bluebird Roasters,Northwind Coffee Air,None of these,Northwind Coffee',
    ];
    const aided = 'Which do you know besides Northwind Coffee?';
    const marked = await imported(
      { aided },
      monkey,
      ten((at) => `${at},7,10/14/2026 09:00,1,${at % 2 ? 1 : ''},,`),
    );
    expect(marked.counts).toEqual({ 'aided:northwind': 0, 'aided:bluebird': 10, 'aided:air': 5 });
    const numbered = await imported(
      { aided },
      monkey,
      ten((at) => `${at},7,10/14/2026 09:00,1,${at % 2 ? 2 : ''},${at % 2 ? '' : 3},`),
    );
    expect(numbered.counts).toEqual(marked.counts);
    const columns = [
      'Do you know these, besides Bluebird? - Northwind Coffee',
      'Known? [Northwind Coffee Air]',
    ];
    const google = await imported(
      { date: 'Timestamp', aided: columns },
      `Timestamp,"${columns[0]}",${columns[1]}`,
      ten((at) => `2026-11-02,${at < 7 ? 'Yes' : 'No'},${at < 2 ? 'Yes' : 'No'}`),
    );
    expect(google.counts).toEqual({ 'aided:northwind': 7, 'aided:air': 2 });
  });

  test('is read where each column holds the name of its brand, or nothing: who had no column was not asked about', async () => {
    const { counts } = await imported(
      settings,
      header,
      ten((at) => `2026-11-02,${at < 4 ? 'Northwind Coffee' : ''},,${at < 4 ? '' : 'None of these'}`),
    );
    expect(counts).toEqual({ 'aided:northwind': 4, 'aided:bluebird': 0 });
  });

  test('refuses the file where its cells can be understood in no way, and says what stands there', async () => {
    const cases = [
      (at: number) => `2026-11-02,${1 + (at % 2)},1,`,
      (at: number) => `2026-11-02,${at % 2 ? 'Heard of it' : 'Bought it'},yes,`,
    ];
    for (const row of cases) {
      const { report } = await imported(settings, header, ten(row));
      expect(report).toMatchObject({ status: 'refused', lines: 0 });
      expect(report.why).toMatch(/`aided` names "Northwind Coffee", which holds ("2"|"bought it"|"1"), /);
    }
    const codes = await imported(
      { date: 'date', aided: 'Known' },
      'date,Known',
      ten(() => '2026-11-02,"1,3"'),
    );
    expect(codes.report.why).toMatch(/"Known", which holds "1,3": that is neither a name/);
    const nameless = await imported(
      { date: 'date', aided: ['a', 'b'] },
      'date,a,b',
      ten(() => '2026-11-02,1,0'),
    );
    expect(nameless.report.why).toMatch(/"a", which holds marks \("1"\) and bears the name of no brand/);
  });

  test('rejects the few rows that hold something else', async () => {
    const rows = [...ten(() => '2026-11-02,1,0,'), ...ten((at) => `2026-11-02,${at === 0 ? 99 : 1},0,`)];
    const { report, counts } = await imported(settings, header, rows);
    expect(report.leftOut.rejected).toBe(1);
    expect(report.files[0]?.rejected).toEqual([{ row: 12, why: '"99" is neither a name nor a mark' }]);
    expect(counts).toEqual({ 'aided:northwind': 19, 'aided:bluebird': 0 });
  });
});

describe('names that somebody wrote', () => {
  const find = nameFinder(surveyTools(panel, now));
  const [bluebird, northwind, air] = ['bluebird', 'northwind', 'air'];

  test.each([
    'Bluebird / Northwind Coffee',
    'Bluebird & Northwind Coffee',
    'Bluebird|Northwind Coffee',
    'Bluebird then northwind coffee',
    'bluebird and Northwind Coffee',
    'Bluebird; Northwind Coffee',
    'Bluebird\nNorthwind Coffee',
    '1. Bluebird 2. Northwind Coffee',
    '1) Bluebird\r\n2) Northwind Coffee',
    'Bluebird Northwind Coffee',
    'I think Bluebird, maybe also Northwind Coffee',
    'Bluebird or Northwind Coffee, Bluebird',
    'No. 1: Bluebird, not only Northwind Coffee',
  ])('are all found in their order in %j', (text) => {
    expect(find(text)).toEqual({ ids: [bluebird, northwind], first: bluebird });
  });

  test('are the longest at each place', () => {
    expect(find('Northwind Coffee Air, Northwind Coffee')).toEqual({ ids: [air, northwind], first: air });
    expect(find('Bluebirds')).toEqual({ ids: [], first: 'other' });
  });

  test.each([
    'not Bluebird',
    'none',
    "don't know",
    'Never heard of Bluebird',
    'I do not know Bluebird',
    'neither Bluebird nor Northwind Coffee',
    "I don't know Bluebird or Northwind Coffee",
    'anything but Bluebird',
    'Bluebird: never heard of it',
    'Bluebird - no',
    'Kenne Bluebird nicht: unbekannt',
    '-',
    '',
  ])('are none in %j', (text) => {
    // The German verb stands behind the name; what follows the colon denies it.
    expect(find(text.replace('Kenne Bluebird nicht', 'Bluebird')).ids).toEqual([]);
  });

  test.each([
    ['not Northwind Coffee, Bluebird', [bluebird], bluebird],
    ['Bluebird, but not Northwind Coffee', [bluebird], bluebird],
    ['nothing but Bluebird', [bluebird], bluebird],
    ["don't know, maybe Bluebird", [bluebird], bluebird],
    ['not sure, Bluebird?', [bluebird], bluebird],
    ['Tea House, Bluebird', [bluebird], 'other'],
    ['Tea House or Bluebird', [bluebird], 'other'],
    ['1. Tea House 2. Bluebird', [bluebird], 'other'],
  ])('in %j are those that are not denied, and first is who stands first', (text, ids, first) => {
    expect(find(text)).toEqual({ ids, first });
  });

  test('are found in no time in a text that was made to take long', () => {
    const start = performance.now();
    for (const piece of ['no', 'n a ', 'not ', '1. ', "don't know ", 'any', '- ', 'bluebird '])
      find(piece.repeat(10_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('who is asked', () => {
  const settings = { date: 'date', unaided: 'top' };

  test('is everybody of a file with one question: who left it blank named none, and the import says how many', async () => {
    const rows = ten((at) => `2026-11-02,${at < 5 ? 'Bluebird' : ''}`);
    const { n, counts, words } = await imported(settings, 'date,top', rows);
    expect([n, counts['unaided:bluebird'], counts['first:bluebird']]).toEqual([10, 5, 5]);
    expect(words).toContain(
      'aware: 5 left the question without a list blank, and count as asked who named none',
    );
  });

  test('is who answered anything else of the survey, and nobody of whom only a date, an id or a plan is there', async () => {
    const header = 'date,Response ID,Plan,top,known,How old are you?';
    const rows = [
      ...ten((at) => `2026-11-02,a${at},Pro,Bluebird,Bluebird Roasters,`),
      ...ten((at) => `2026-11-02,b${at},Pro,,,${at < 6 ? '40' : ''}`),
    ];
    const { n, counts, report, words } = await imported({ ...settings, aided: 'known' }, header, rows);
    expect([n, counts['unaided:bluebird'], counts['aided:bluebird']]).toEqual([16, 10, 10]);
    expect(report).toMatchObject({ counted: 16, leftOut: { blank: 4 }, namedNone: { unaided: 6, aided: 6 } });
    expect(words).toContain('aware: 6 left the question with a list blank, and count as asked who know none');
  });

  test('top of mind is of the first of several columns that names anybody', async () => {
    const rows = [
      ...ten((at) => `2026-11-02,${['Tea House', 'none', '', 'Northwind Coffee', ''][at % 5]},Bluebird`),
    ];
    const { counts } = await imported({ date: 'date', unaided: ['one', 'two'] }, 'date,one,two', rows);
    expect(counts).toMatchObject({
      'unaided:bluebird': 10,
      'first:bluebird': 6,
      'unaided:northwind': 2,
      'first:northwind': 2,
    });
  });

  test('can not be told of marks in the place of words: the file is refused', async () => {
    const { report } = await imported(
      settings,
      'date,top',
      ten((at) => `2026-11-02,${at % 2}`),
    );
    expect(report.why).toMatch(/`unaided` names "top", which holds "0", "1" instead of what people wrote/);
  });
});
