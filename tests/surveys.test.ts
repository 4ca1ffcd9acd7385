import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../collector/commands/program.ts';
import { quietWorld } from './quiet-world.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-surveys-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let dir = '';
let config = '';
beforeEach(() => {
  dir = mkdtempSync(join(scratch, 'case-'));
  config = join(dir, 'brand.yml');
  mkdirSync(join(dir, 'inbox'));
  writeConfig('{ id: nps, kind: nps, date: Date, score: Score, segment: Plan }');
  writeExport('nps-1.csv', ...rowsOf(6, '2026-10-05,10,Pro'), ...rowsOf(5, '2026-10-06,2,Free'));
});

const writeConfig = (...surveys: string[]) =>
  writeFileSync(
    config,
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsurveys:\n${surveys.map((line) => `  - ${line}\n`).join('')}`,
  );
const rowsOf = (count: number, row: string) => Array.from({ length: count }, () => row);
const writeExport = (name: string, ...rows: string[]) =>
  writeFileSync(
    join(dir, 'inbox', name),
    ['Date,Score,Plan,E-mail', ...rows.map((row) => `${row},ann@mail.example`)].join('\n'),
  );
const stored = () => readFileSync(join(dir, 'data/surveys/nps.jsonl'), 'utf8');

async function earshot(...args: string[]) {
  const world = quietWorld();
  const exit = await run(
    [...args, '--config', config, '--data', join(dir, 'data'), '--now', '2026-11-03T04:17:00Z'],
    world,
  );
  return { exit, said: world.said(), printed: world.printed() };
}

describe('a survey', () => {
  it('is imported from inbox/, and told of in words', async () => {
    writeExport('nps-2.csv', ...rowsOf(5, '2026-10-20,9,Pro'), '2026-10-20,11,Pro', '2026-11-02,7,Free');
    const { exit, said } = await earshot('import', 'nps');
    expect(exit).toBe(0);
    expect(said).toContain('nps  ok  18 rows, 16 counted in 3 lines, 2026-10-05 to 2026-11-02');
    expect(said).toContain(
      'nps: not counted: 1 rejected, 1 withheld, since fewer than five came together even in a month',
    );
    expect(said).toContain('nps: inbox/nps-2.csv row 7: "11" is no whole number from 0 to 10');
    expect(said).toContain('nps: inbox/nps-1.csv: columns about people, not read: E-mail');
    expect(said).toContain('A night commits no surveys: look at data/surveys/, and commit it yourself.');
    expect(stored()).not.toContain('ann');
    expect((await earshot('verify')).said).not.toMatch(/surveys/);
  });

  it('is imported into the same bytes again, and not at all in a dry run', async () => {
    await earshot('import', '--dry-run');
    expect(stored).toThrow();
    await earshot('import');
    const once = stored();
    const { exit, printed } = await earshot('import', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      surveys: [{ survey: 'nps', status: 'ok', rows: 11, counted: 11 }],
    });
    expect(stored()).toBe(once);
  });

  it('is a figure once it is measured', async () => {
    await earshot('import');
    const { printed } = await earshot('measure', '--json');
    expect(JSON.parse(printed).figures).toEqual(
      expect.arrayContaining(['surveys-nps', 'surveys-nps-segments']),
    );
    const figure = JSON.parse(readFileSync(join(dir, 'data/figures/surveys-nps.json'), 'utf8'));
    expect(figure.brands.saltmarsh.month[0]).toMatchObject({ period: '2026-10', n: 11 });
    expect(figure.agreement.saltmarsh.relation).toBe('too few months');
  });

  it('stands alone where nothing was collected yet; what no figure tells of it is said, and why', async () => {
    await earshot('import');
    const measured = await earshot('measure');
    expect(measured.said).not.toMatch(/survey/);
    expect(
      JSON.parse(readFileSync(join(dir, 'data/figures/surveys-nps.json'), 'utf8')).windows,
    ).toMatchObject({
      saltmarsh: { 90: { value: expect.any(Number), n: 11 } },
    });
    writeConfig('{ id: nps-old, kind: nps, date: Date, score: Score }');
    const renamed = await earshot('measure');
    expect(renamed.said).toContain(
      'data/surveys/nps.jsonl holds 2 lines of a survey that brand.yml does not name under `surveys`: no figure is made of them',
    );
    expect(renamed.said).toContain(
      'survey nps-old: nothing of it is stored, so that it has no figure: run import',
    );
    writeConfig('{ id: nps, kind: csat, date: Date, score: Score, scale: [0, 10], top: 8 }');
    expect((await earshot('measure')).said).toContain('some of the kind nps, and brand.yml says csat');
    writeConfig('{ id: nps, kind: nps, date: Date, score: Score }');
    writeExport('nps-1.csv', ...rowsOf(6, '2026-11-03,10,Pro'));
    await earshot('import');
    expect((await earshot('measure')).said).toContain(
      'survey nps: what was answered from 2026-11-03 on is in no figure yet: figures speak for the days before 2026-11-03, and the next night takes it in',
    );
  });

  it('whose columns are others ends with 1, and doctor says so before', async () => {
    writeConfig('{ id: nps, kind: nps, date: Date, score: Marks }');
    expect((await earshot('doctor', '--offline')).said).toMatch(
      /PROBLEM {2}survey nps: inbox\/nps-1.csv: no column "Marks" \(for score\); found: Date \| Score \| Plan \| E-mail; nothing of it is stored yet/,
    );
    const { exit, said } = await earshot('import');
    expect(exit).toBe(1);
    expect(said).toMatch(/no column "Marks".*nothing of it was stored/);
  });

  it('without a file says where it is looked for', async () => {
    rmSync(join(dir, 'inbox', 'nps-1.csv'));
    const { exit, said } = await earshot('import');
    expect(exit).toBe(1);
    expect(said).toMatch(/nps {2}missing: there is no file of it in inbox/);
    expect((await earshot('import', 'nsp')).said).toMatch(/no import has the id "nsp"; there are: nps/);
  });

  it('must say what it counts: its config is checked with line and column', async () => {
    writeConfig(
      '{ id: a, kind: csat, score: Score }',
      '{ id: a, kind: nps, score: Score, start: x }',
      '{ id: c, kind: csat, score: Score, scale: [1, 5], top: 1 }',
      '{ id: d, kind: awareness }',
      '{ id: e, kind: nps, scor: Score }',
    );
    const { exit, said } = await earshot('import');
    expect(exit).toBe(1);
    expect(said).toMatch(
      /brand\.yml:3:\d+ surveys\.0\.scale: .*expected `scale` for a survey of the kind csat/,
    );
    expect(said).toMatch(/surveys\.1\.start: .*no `start` for a survey of the kind nps/);
    expect(said).toMatch(/surveys\.2\.top: .*an answer above 1, at most 5/);
    expect(said).toMatch(/surveys\.3\.unaided/);
    expect(said).toMatch(/surveys\.4\.scor: unknown key "scor"; .*score/);
    writeConfig('{ id: a, kind: nps, score: x }', '{ id: a, kind: nps, score: y }');
    expect((await earshot('import')).said).toMatch(/surveys\.1\.id: the id "a" is used twice/);
  });
});
