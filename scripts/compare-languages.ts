/**
 * `node scripts/compare-languages.ts`: our detector of languages beside packages, on the headlines that nothing was chosen by and
 * on short texts; with peak of memory, time to load and texts a CPU-second. Packages that are not installed are left out; for all:
 * `npm install --no-save franc@6 franc-min@6 tinyld@1 cld3-asm@4 fasttext.wasm.js@1 languagedetect@2 langdetect@0.2 lande@1`.
 * Each runs in a process of its own, behind the same look at the script (`-script`) or as it is.
 */
import { execFileSync } from 'node:child_process';
import { writtenIn } from '../collector/enrich/language/script.ts';
import { tenLanguages, textsOf } from '../collector/enrich/language/texts.fixture.ts';

type Detect = (text: string) => string | undefined;
// biome-ignore lint/suspicious/noExplicitAny: packages that may not be there have no types.
const open = async (name: string): Promise<any> => import(name);

const three: Record<string, string> = Object.fromEntries(
  'eng en,spa es,fra fr,deu de,ita it,por pt,rus ru,cmn zh,zho zh,jpn ja,arb ar,ara ar'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const names: Record<string, string> = Object.fromEntries(
  'english en,spanish es,french fr,german de,italian it,portuguese pt,russian ru,chinese zh,japanese ja,arabic ar'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const eldOf = (size: string) => async (): Promise<Detect> => {
  const { eld } = await open(`eld/${size}`);
  return (text) => eld.detect(text).language;
};
const tinyOf = (size: string) => async (): Promise<Detect> => (await open(`tinyld${size}`)).detect;
const francOf = (name: string) => async (): Promise<Detect> => {
  const { franc } = await open(name);
  return (text) => three[franc(text, { minLength: 3 })];
};

const candidates: Record<string, () => Promise<Detect>> = {
  ours: async () => (await open('../collector/enrich/language.ts')).detectLanguage,
  'eld/large': eldOf('large'),
  'eld/medium': eldOf('medium'),
  'eld/small': eldOf('small'),
  'eld/extrasmall': eldOf('extrasmall'),
  'fasttext.wasm.js': async () => {
    const model = await (await (await open('fasttext.wasm.js')).getLIDModel()).load();
    return (text) => {
      const labels = model.predict(text, 1, 0);
      const [, label] = labels.size() > 0 ? labels.get(0) : [0, ''];
      labels.delete();
      return label.slice('__label__'.length);
    };
  },
  'tinyld/heavy': tinyOf('/heavy'),
  tinyld: tinyOf(''),
  'tinyld/light': tinyOf('/light'),
  langdetect: async () => (await open('langdetect')).default.detectOne,
  'cld3-asm': async () => {
    const identifier = (await (await open('cld3-asm')).loadModule()).create(0, 1000);
    return (text) => identifier.findLanguage(text).language;
  },
  lande: async () => {
    const { default: lande } = await open('lande');
    return (text) => three[lande(text)[0]?.[0]];
  },
  franc: francOf('franc'),
  'franc-min': francOf('franc-min'),
  languagedetect: async () => {
    const detector = new (await open('languagedetect')).default();
    return (text) => names[detector.detect(text, 1)[0]?.[0]];
  },
};

async function measure(name: string): Promise<void> {
  const [bare, script] = name.split('+');
  const made = candidates[bare ?? '']?.();
  const began = performance.now();
  const before = process.memoryUsage().rss;
  const plain = await made?.catch(() => undefined);
  if (plain === undefined) return;
  const detect: Detect = (text) => {
    if (script === undefined) return plain(text);
    const written = writtenIn(text);
    return written.languages.length === 1 ? written.languages[0] : plain(written.text);
  };
  const told = (text: string) => (detect(text) || 'und').replace(/-.*/, '');
  told('the first text of all');
  const load = performance.now() - began;
  const held = tenLanguages.flatMap((language) =>
    (textsOf('held-out').get(language) ?? []).map((text) => ({ language, text })),
  );
  const short = tenLanguages.flatMap((language) =>
    (textsOf('short-texts').get(language) ?? []).map((text) => ({ language, text })),
  );
  const right = (list: { language: string; text: string }[]) =>
    ((100 * list.filter(({ language, text }) => told(text) === language).length) / list.length).toFixed(1);
  const row = [
    right(held),
    ...tenLanguages.map((language) => right(held.filter((one) => one.language === language))),
    right(short),
    right(short.filter(({ language }) => language === 'en')),
  ];
  const memory = process.resourceUsage().maxRSS / 1000 - before / 1e6;
  const start = process.cpuUsage().user;
  for (let round = 0; round < 10; round++) for (const { text } of held) told(text);
  const speed = (10 * held.length) / ((process.cpuUsage().user - start) / 1e6);
  console.log(
    [
      name.padEnd(24),
      ...row.map((cell) => cell.padStart(5)),
      `${memory.toFixed(0)} MB`.padStart(7),
      `${load.toFixed(0)} ms`.padStart(8),
      `${Math.round(speed / 1000)}k/s`.padStart(7),
    ].join(' '),
  );
}

const [one] = process.argv.slice(2);
if (one !== undefined) await measure(one);
else {
  console.log(['', 'all', ...tenLanguages, 'short', 'en', 'memory', 'load', 'speed'].join('  '));
  for (const name of Object.keys(candidates).flatMap((name) =>
    name === 'ours' ? [name] : [name, `${name}+script`],
  ))
    process.stdout.write(
      execFileSync(process.execPath, [import.meta.filename, name], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
}
