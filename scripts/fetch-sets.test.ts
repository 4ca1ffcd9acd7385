import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  headlines,
  mamsLines,
  newsLines,
  sentfinLines,
  tabTexts,
  zipped,
} from '../collector/enrich/tone/train/fetch/read-lines.ts';
import {
  noteFile,
  packSetFiles,
  readSetFiles,
  type SetFile,
} from '../collector/enrich/tone/train/fetch/set-files.ts';
import {
  type PublicFile,
  type PublicSource,
  publicSources,
} from '../collector/enrich/tone/train/fetch/sources.ts';
import { openDoor } from '../collector/http.ts';
import { fetchSets, knownSetFiles } from './fetch-sets.ts';

const news = [
  {
    mention: 'Mayor\nBluebird',
    polarity: 1,
    from: 0,
    to: 14,
    sentence: 'Mayor\nBluebird opened the new bridge.',
    id: 'a',
  },
  {
    mention: 'Norá',
    polarity: -1,
    from: 8,
    to: 12,
    sentence: 'Voters “ Norá” left out in the rain',
    id: 'b',
  },
];
const files: Record<string, string | Uint8Array> = {
  '/talk.tsv': 'What a “lovely” day! \t17\tx1\n"So ""they"" say"\t27\tx2\nNever again.\t3,10\tx3\n',
  '/rated.txt': '1_1\t1.4\tA fine lamp.\n1_2\t-2.05\tIt broke on day two.\n',
  '/sentences.zip': zipSync({
    'sentences/shop_labelled.txt': strToU8('Loved it.  \t1\nHated it.\t0\n'),
    '__MACOSX/sentences/._shop_labelled.txt': strToU8('rubbish\t1\n'),
    'sentences/readme.txt': strToU8('nothing\t1\n'),
  }),
  '/headlines.zip': zipSync({
    'gne/release.jsonl': strToU8(`${JSON.stringify({ headline: 'Town rejoices', annotations: {} })}\n`),
    'gne/release.tsv': strToU8('id\theadline\n1\tTown "mourns" its bakery\n'),
  }),
  '/news.jsonl': news.map((line) => JSON.stringify(line)).join('\n'),
  '/finance.csv': `S No.,Title,Decisions,Words\n1,"Focus turns to US, Bluebird’s rise","{'US': 'positive', ""Bluebird’s"": 'neutral'}",6\n`,
  '/tables.xml':
    '<?xml version="1.0"?><sentences><sentence><text>Fish &amp; chips,  cold tea</text><aspectTerms><aspectTerm from="0" polarity="positive" term="Fish &amp; chips" to="12"/></aspectTerms></sentence></sentences>',
};
const known: Record<string, string> = {
  'talk/train.tsv': 'neg\tNever again.\npos\tWhat a “lovely” day!\n',
  'talk/dev.tsv': 'neu\t"So ""they"" say"\n',
  'rated/train.tsv': 'pos\tA fine lamp.\nneg\tIt broke on day two.',
  'sentences/test.tsv': 'pos\tLoved it.\nneg\tHated it.\n',
  'headlines/test.tsv': 'pos\tTown rejoices\nneg\tTown "mourns" its bakery\n',
  'news/test.tsv':
    'pos\t0\t14\tMayor\nBluebird\tMayor Bluebird opened the new bridge.\nneg\t8\t12\tNorá\tVoters “ Norá” left out in the rain\n',
  'finance/test.tsv':
    'pos\t3\t5\tUS\tFocus turns to US, Bluebird’s rise\nneu\t19\t29\tBluebird’s\tFocus turns to US, Bluebird’s rise\n',
  'tables/test.tsv': 'pos\t0\t12\tFish & chips\tFish & chips,  cold tea\n',
};
const noted: SetFile[] = Object.entries(known).map(([file, text]) => noteFile(file, text));

let server: Server;
let origin = '';
const folder = mkdtempSync(join(tmpdir(), 'earshot-fetch-sets-'));
beforeAll(async () => {
  server = createServer((request, response) => {
    const body = files[request.url ?? ''];
    if (request.url === '/broken.tsv') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('What a “lovely” day!\t17\n');
      setTimeout(() => response.destroy(), 20);
    } else if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function fetched(
  place: string,
  sources: (from: (path: string, read: PublicFile['read']) => PublicFile) => PublicSource[],
) {
  const said: string[] = [];
  const { host } = new URL(origin);
  const door = openDoor({
    userAgent: 'Earshot/0.0 (test)',
    allowPrivate: [host],
    allowHttp: [host],
    now: () => new Date(0),
    elapsedMs: () => performance.now(),
    pauseMs: 0,
    robots: false,
  });
  const missing = await fetchSets(join(folder, place), {
    sources: sources((path, read) => ({ url: `${origin}${path}`, read })),
    files: noted,
    door,
    tell: (text) => said.push(text),
  });
  await door.close();
  return { missing, said: said.join('\n') };
}

describe('npm run train -- --fetch', () => {
  it('puts the sets together from files of every form, the same to the byte', async () => {
    const { missing, said } = await fetched('all', (from) => [
      { name: 'Talk', sets: ['talk'], files: [from('/talk.tsv', tabTexts(0))] },
      { name: 'Rated', sets: ['rated'], files: [from('/rated.txt', tabTexts(2))] },
      {
        name: 'Sentences',
        sets: ['sentences'],
        files: [from('/sentences.zip', zipped(/_labelled\.txt$/, tabTexts(0)))],
      },
      {
        name: 'Headlines',
        sets: ['headlines'],
        files: [from('/headlines.zip', zipped(/\.(?:tsv|jsonl)$/, headlines))],
      },
      { name: 'News', sets: ['news'], files: [from('/news.jsonl', newsLines)] },
      { name: 'Finance', sets: ['finance'], files: [from('/finance.csv', sentfinLines)] },
      { name: 'Tables', sets: ['tables'], files: [from('/tables.xml', mamsLines)] },
    ]);
    expect(said).not.toContain('not written');
    expect(missing).toBe(0);
    for (const [file, text] of Object.entries(known))
      expect(readFileSync(join(folder, 'all', file), 'utf8')).toBe(text);
  });

  it('writes no file that came out otherwise, and names it', async () => {
    files['/changed.tsv'] = String(files['/talk.tsv']).replace('Never again.', 'Never ever again.');
    const { missing, said } = await fetched('changed', (from) => [
      { name: 'Talk', sets: ['talk'], files: [from('/changed.tsv', tabTexts(0))] },
    ]);
    expect(missing).toBe(1);
    expect(said).toContain('talk/train.tsv: not written. 1 of its 3 lines are not at the public address');
    expect(readdirSync(join(folder, 'changed', 'talk'))).toEqual(['dev.tsv']);
  });

  it.each([
    ['is not there', '/nothing.tsv', tabTexts(0), /404/],
    ['breaks off', '/broken.tsv', tabTexts(0), /broke off/],
    ['is no longer an archive', '/talk.tsv', zipped(/./, tabTexts(0)), /not in the form it had/],
    ['is no longer JSON', '/talk.tsv', newsLines, /not in the form it had/],
  ])('writes nothing where a file %s', async (_, path, read, message) => {
    const { missing, said } = await fetched('none', (from) => [
      { name: 'Talk', sets: ['talk'], files: [from(path, read)] },
    ]);
    expect(missing).toBe(2);
    expect(said).toMatch(message);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('knows files of every set by numbers alone', () => {
    const files = knownSetFiles();
    const sets = publicSources.flatMap((source) => source.sets);
    expect([...new Set(files.map(({ file }) => file.split('/')[0]))].sort()).toEqual([...sets].sort());
    for (const set of sets)
      for (const split of ['train', 'dev', 'test'])
        expect(files.some(({ file }) => file === `${set}/${split}.tsv`)).toBe(true);
    expect(readSetFiles(packSetFiles(noted))).toEqual(noted);
  });

  it('tells lines apart that share a hash, by the hash of the whole', async () => {
    const { rebuild } = await import('../collector/enrich/tone/train/fetch/rebuild.ts');
    // Two different lines whose SHA-256 begin with the same four bytes, found by trying.
    const [one, other] = ['pos\ttext 18603', 'pos\ttext 51376'];
    const notes = [one, other].map((line) => noteFile('a/test.tsv', `${line}\nneu\tmore`));
    const candidates = [one, other, 'neu\tmore'];
    expect(rebuild(notes, candidates).map((file) => 'text' in file && file.text.split('\n')[0])).toEqual([
      one,
      other,
    ]);
  });
});
