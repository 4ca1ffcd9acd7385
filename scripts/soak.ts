/**
 * `npm run soak`: what takes minutes and not seconds. A year of nights against a web of which a third fails, a million
 * mutated documents, and nights that are killed; each on a seed, so that what is found can be played again.
 * `npm run soak -- --only year --seed 7 --nights 365 --sources 40`, `--only fuzz --documents 1000000`, `--only kills`.
 */
import { parseArgs } from 'node:util';
import { fuzz, mostMb } from '../tests/soak/fuzz.ts';
import { soakKills } from '../tests/soak/kills.ts';
import type { Measure } from '../tests/web/judge.ts';
import { playYear } from '../tests/web/year.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true },
    nights: { type: 'string', default: '365' },
    sources: { type: 'string', default: '40' },
    documents: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '500' },
  },
});

function whole(name: 'seed' | 'nights' | 'sources' | 'documents' | 'rounds'): number {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1) {
    console.error(`--${name} ${values[name]} is no whole number from 1 on`);
    process.exit(1);
  }
  return number;
}
const seed = whole('seed');
const log = (line: string) => console.error(`  ${line}`);

type Soaked = { measures: Measure[]; examples: readonly string[] };
const none = (name: string, found: number): Measure => ({
  name,
  value: String(found),
  bound: 'none',
  kept: found === 0,
});
const told = (name: string, value: string): Measure => ({ name, value, bound: '', kept: true });

const soaks: Record<string, () => Promise<Soaked>> = {
  year: () => playYear({ seed, sources: whole('sources'), nights: whole('nights'), restartEvery: 6, log }),
  async fuzz() {
    const result = await fuzz({ seed, documents: whole('documents'), log });
    return {
      measures: [
        none('Documents that broke a rule, threw or hung', result.broken.length),
        told('Documents read', String(result.documents)),
        told('… a second', String(result.perSecond)),
        told('Mentions that came of them', String(result.mentions)),
        told('The slowest', `${Math.round(result.slowest.ms)} ms (document ${result.slowest.at})`),
        {
          name: 'Most memory of a process',
          value: `${Math.round(result.peakMb)} MB`,
          bound: `under ${mostMb} MB`,
          kept: result.peakMb < mostMb,
        },
      ],
      examples: result.broken,
    };
  },
  async kills() {
    const result = await soakKills({ rounds: whole('rounds'), seed, log });
    return {
      measures: [
        none('Nights after which a line was lost, torn or doubled', result.failed),
        told('Nights that went wrong', String(result.passed + result.failed)),
        ...Object.entries(result.ends).map(([end, count]) => told(`… ended by ${end}`, String(count))),
      ],
      examples: result.findings,
    };
  },
};

const chosen = values.only ?? Object.keys(soaks);
const unknown = chosen.filter((name) => !Object.hasOwn(soaks, name));
if (unknown.length > 0) {
  console.error(`There is no soak "${unknown.join('", "')}"; there are: ${Object.keys(soaks).join(', ')}`);
  process.exit(1);
}
let broken = 0;
for (const name of chosen) {
  console.log(`\n— ${name}, seed ${seed}`);
  const began = performance.now();
  const { measures, examples } = await (soaks[name] as () => Promise<Soaked>)();
  const width = Math.max(...measures.map((measure) => measure.name.length));
  for (const { name: what, value, bound, kept } of measures) {
    console.log(
      `  ${kept ? 'ok    ' : 'BROKEN'} ${what.padEnd(width)}  ${value}${bound ? `  (${bound})` : ''}`,
    );
  }
  const failed = measures.filter(({ kept }) => !kept).length;
  if (failed > 0) for (const example of examples) console.log(`         ${example}`);
  broken += failed;
  console.log(`  ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
console.log(broken === 0 ? '\nEvery bound was kept.' : `\n${broken} bounds were broken.`);
process.exitCode = broken === 0 ? 0 : 1;
