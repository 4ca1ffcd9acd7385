import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SurveySettings } from '#contract';
import { folderEach, now, panel } from './import-surveys.fixture.ts';
import { importSurvey } from './import-surveys.ts';
import { openStore } from './store/open-store.ts';

const folder = folderEach();

/** What becomes of a file whose segments are these, each of so many answers, on one day. */
async function imported(header: string, values: readonly string[], each = 40) {
  const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const rows = values.flatMap((value) => Array.from({ length: each }, () => `2026-11-02,9,${cell(value)},r`));
  const text = [`Date,Score,${cell(header)},Other`, ...rows].join('\n');
  const settings = SurveySettings.parse({
    id: 'nps',
    kind: 'nps',
    date: 'Date',
    score: 'Score',
    segment: header,
  });
  const report = await importSurvey(
    settings,
    [{ file: 'inbox/nps.csv', bytes: new TextEncoder().encode(text) }],
    panel,
    openStore(folder()),
    { now, dryRun: false },
  );
  const path = join(folder(), 'surveys', 'nps.jsonl');
  return { ...report, stored: existsSync(path) ? readFileSync(path, 'utf8') : '' };
}

test('a department is no party', async () =>
  expect(await imported('Department', ['Labour', 'Greens', 'Sales'])).toMatchObject({ status: 'ok' }));

describe('segments that may say who answered refuse the file, and nothing of them is stored or said', () => {
  test.each([
    ['Plan', ['anna becker', 'j. smith', 'rossi maria'], 'names of people'],
    ['Plan', ['Becker, Anna', 'Okonkwo', 'Nguyen Thi Lan'], 'names of people'],
    ['Plan', ['Okafor, Chidi', 'Demir, Elif', 'Pro'], 'names of people'],
    ['Plan', ['Anna B.', 'Pro', 'Free', 'Basic'], 'names of people'],
    ['Plan', ['Müller, K.', 'Pro', 'Free'], 'names of people'],
    ['Plan', ['anna.becker', 'Pro', 'Free'], 'names of people'],
    ['Plan', ['Иван Петров', 'Pro', 'Free'], 'names of people'],
    ['Plan', ['Priya Sharma', 'Pro', 'Free'], 'names of people'],
    ['Team', ['Anna', 'Tobias', 'Maria'], 'names of people'],
    ['Party', ['Labour', 'Conservative', 'Other'], 'article 9'],
    ['Welche Partei?', ['CDU', 'SPD'], 'article 9'],
    ['Plan', ['田中太郎', '王小明', '김민수'], 'names of people'],
    ['Customer', ['Müller GmbH', 'Maria Rossi', 'Siemens'], 'names of people'],
    ['Customer', ['Müller GmbH', 'MARIA DE LA CRUZ', 'Siemens', 'Bosch'], 'names of people'],
    ['Where', ['Hauptstr. 5, 10115 Berlin', 'Gasse 9, 1010 Wien', 'Weg 1 Bern'], 'addresses of streets'],
    ['Where', ['12 Mill Road', 'a'], 'addresses of streets'],
    ['Where', ['5, rue de la Paix', 'Via Roma 5'], 'addresses of streets'],
    ['Where', ['10115 Berlin', '20095 Hamburg'], 'addresses of streets or postcodes'],
    ['Where', ['SW1A 1AA', 'b'], 'postcodes'],
    ['Since', ['1980-01-01', '1981-02-03', '1979-05-06'], 'dates in it'],
    ['Since', ['1.1.1980', '03.02.1981'], 'dates in it'],
    ['Since', ['5 May 1980', 'May 5, 1981'], 'dates in it'],
    ['Netz', ['192.0.2.3', '192.0.2.4', 'none'], 'IP addresses'],
    ['Netz', ['2001:db8::7', 'none'], 'IP addresses'],
    ['Konto', ['DE89 3704 0044 0532 0130 00', 'none'], 'account numbers'],
    ['Answer', ['HIV+', 'none'], 'article 9'],
  ])('%s: %j', async (header, values, why) => {
    const report = await imported(header, values);
    expect(report.status).toBe('refused');
    expect(report.why).toContain(why);
    expect(report.why).toContain(`"${header}"`);
    for (const value of values) if (value.length > 4) expect(report.why).not.toContain(value);
    expect(report.stored).toBe('');
  });

  test.each([
    'DOB',
    'Date of birth',
    'Wohnort',
    'Anschrift',
    'Adresse',
    'IP',
    '氏名',
    'Employee ID',
    'Residence',
    'Properties.Name',
    'person_properties.email',
  ])('by the header of their column, as %s', async (header) =>
    expect((await imported(header, ['a', 'b'])).why).toMatch(/which is about who answered/),
  );

  test.each([
    'Health',
    'Any medical conditions?',
    'What is your religion, if you have one that you would like to tell us?',
    'Konfession',
    'Ethnicity',
    'Sexual orientation',
    'Political views',
    'Trade union',
    'Gewerkschaft',
    'Biometric data',
    'Properties.Disability',
  ])('by law, as %s', async (header) =>
    expect((await imported(header, ['a', 'b'])).why).toMatch(/article 9 of the GDPR/),
  );

  test('where values are many and most of them rare, whatever they are', async () => {
    const word = (at: number) => `w${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`;
    const many = Array.from({ length: 90 }, (_, at) => word(at));
    // Most said nothing much: the rest still tell people apart.
    const report = await imported('Key', [...many, ...many, ...many, ...Array(600).fill('no')], 1);
    expect(report.why).toMatch(/91 different values in 870 answers, too few of each.*may name people/);
  });
});

describe('segments that tell groups apart are taken', () => {
  test.each([
    ['Plan', ['Free', 'Pro', 'Max Plan', 'Max', 'Team & Family', '100 GB Drive', '50000 Users']],
    [
      'Country',
      ['Germany', 'United States', 'Côte d’Ivoire', 'São Tomé and Príncipe', 'St. Lucia', 'Jordan'],
    ],
    ['Region', ['N. America', 'W. Europe', 'U.S. West', 'APAC', 'DACH', 'North Rhine-Westphalia']],
    ['City', ['San Diego', 'Austin, Texas', 'Paris, France', 'Alice Springs', 'São Paulo', 'Sofia']],
    ['Store', ['Berlin, Friedrichstr. 12', 'Mill Road 5', 'Paul Smith Store', 'Harry Town']],
    ['Provincia', ['Reggio Emilia', 'Santa Maria', 'Nuevo León', 'San Luis']],
    ['Industry', ['Health & Care', 'Retail, Wholesale', 'Finance, Insurance', 'Education']],
    ['Channel', ['E-mail', 'Phone', 'Via App', 'x.com']],
    ['Age', ['18-24', '25–34', '35 to 44', '65+', 'under 18']],
    ['Language', ['de', 'English', '日本語', '한국어', '简体中文', 'français']],
    ['App version', ['10.1.2.3', '4.12.10', '2026.11.02']],
    ['Platform', ['iOS', 'Android', 'MS Teams', 'Web']],
    ['Team', ['Team Anna', 'North', 'Key accounts', 'Becker group']],
    ['Cohort', ['2026-09-01', '2026-10-01', '2025', 'Spring 2026']],
    ['Health score', ['green', 'yellow', 'red']],
    ['地区', ['北京', '上海', '高级', '东京都', '경기도']],
    ['Newsletter', ['yes', 'no']],
    ['person_properties.Plan', ['Free', 'Pro']],
    ['Properties.Country', ['Germany', 'France']],
  ])('%s: %j', async (header, values) => {
    const report = await imported(header, values);
    expect(report.why).toBeUndefined();
    for (const value of values) expect(report.stored).toContain(`"segment":${JSON.stringify(value)}`);
  });

  test('with a long tail of countries of which few came', async () => {
    const tail = Array.from({ length: 40 }, (_, at) => `country ${String.fromCharCode(97 + (at % 26))}${at}`);
    const big = ['Germany', 'France', 'Spain'].flatMap((name) => Array<string>(200).fill(name));
    expect((await imported('Country', [...big, ...tail, ...tail], 1)).status).toBe('ok');
  });
});
