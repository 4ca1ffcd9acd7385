import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((file) => /\.(ts|svelte|astro)$/.test(file))
  .filter((file) => !/\.test\.ts$|^tests\/|^scripts\//.test(file));

type Import = { from: string; to: string };

/** Every import of the project's own files, as paths from its root; `#contract` stays as it is written. */
const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(from, 'utf8');
  return (
    [...text.matchAll(/(import type[^'"]*?)?(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)]
      // The shape of props is named by the one who makes them.
      .filter((match) => match[1] === undefined || !/^site\/src\/components\//.test(from))
      .map((match) => match[2] ?? '')
      .filter((to) => to.startsWith('.') || to.startsWith('#'))
      .map((to) => ({ from, to: to.startsWith('.') ? relative('.', join(dirname(from), to)) : to }))
  );
});

const stageOf = (file: string) => /^collector\/(\w+)\/./.exec(file)?.[1];
const stages = [
  'config',
  'sources',
  'normalise',
  'select',
  'enrich',
  'ledger',
  'store',
  'surveys',
  'measure',
  'night',
];
const shown = (found: Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

describe('the house', () => {
  it('is read in full', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(150);
  });

  it('has two halves that do not know each other', () => {
    const across = imports.filter(
      ({ from, to }) =>
        (from.startsWith('collector/') && to.startsWith('site/')) ||
        (from.startsWith('site/') && to.startsWith('collector/')),
    );
    expect(shown(across)).toEqual([]);
  });

  it('lets both halves into data/ by the contract alone', () => {
    const inside = imports.filter(
      ({ from, to }) => !from.startsWith('data/') && to.startsWith('data/') && !to.startsWith('data/demo/'),
    );
    expect(shown(inside)).toEqual([]);
  });

  it('keeps the demo out of everything but the command that plays it', () => {
    const players = imports.filter(
      ({ from, to }) => !from.startsWith('data/demo/') && to.startsWith('data/demo/'),
    );
    expect([...new Set(players.map(({ from }) => from))]).toEqual(['collector/commands/demo.ts']);
  });

  it('has stages that import their own folder, the nouns and the contract, never another stage', () => {
    const strange = imports.filter(({ from, to }) => {
      const stage = stageOf(from);
      if (stage === undefined || !stages.includes(stage)) return false;
      return to !== '#contract' && to !== 'collector/types.ts' && !to.startsWith(`collector/${stage}/`);
    });
    expect(shown(strange)).toEqual([]);
  });

  it('has a contract that stands alone', () => {
    const strange = imports.filter(
      ({ from, to }) => from.startsWith('data/contract') && !to.startsWith('data/contract'),
    );
    expect(shown(strange)).toEqual([]);
  });

  it('reads data/ in one file of the site, and the logo in another', () => {
    const readers = files
      .filter((file) => file.startsWith('site/src/'))
      .filter((file) => /from ['"]node:fs|import\.meta\.glob/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['site/src/data.ts', 'site/src/logo.ts']);
  });

  it('gives charts and components what they show; they do not fetch it', () => {
    const curious = imports.filter(
      ({ from, to }) => /^site\/src\/(charts|components)\//.test(from) && to.startsWith('site/src/data'),
    );
    expect(shown(curious)).toEqual([]);
  });

  it('asks the clock, the environment and chance nowhere but at the rim', () => {
    const rim =
      /^collector\/(cli\.ts|commands\/)|^site\/(astro\.config|src\/(data\.ts|scripts\/|charts\/|components\/.*\.svelte))/;
    const asks = /Date\.now\(\)|new Date\(\)|process\.env|Math\.random\(\)|performance\.now\(\)/;
    const found = files
      .filter((file) => /^(collector|data|site)\//.test(file) && !rim.test(file))
      .filter((file) => {
        const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        return asks.test(code);
      });
    expect(found).toEqual([]);
  });

  it('reaches the network by one door', () => {
    const doors = files
      .filter((file) => file.startsWith('collector/'))
      .filter((file) =>
        /from ['"](undici|node:https?|node:net|node:tls)['"]|\bfetch\(/.test(readFileSync(file, 'utf8')),
      )
      // serving the pages on this machine reaches nobody
      .filter((file) => !/^collector\/http(\.ts|\/)|^collector\/commands\/serve\.ts$/.test(file));
    expect(doors).toEqual([]);
  });

  it('has no rooms without a name', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|common|misc)[./]/.test(file))).toEqual([]);
  });

  it('never writes untrusted text as markup', () => {
    const raw = files
      .filter((file) => file.startsWith('site/'))
      .filter((file) =>
        /set:html|\{@html|innerHTML|insertAdjacentHTML|document\.write/.test(readFileSync(file, 'utf8')),
      );
    expect(raw).toEqual([]);
  });
});
