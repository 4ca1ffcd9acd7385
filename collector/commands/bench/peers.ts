import Sentiment from 'sentiment';
import type { ScorerName } from '#contract';
import { scorers, type ToneContext } from '../../enrich/scorers.ts';
import type { LabelledText } from '../../enrich/tone/labelled-sets.ts';

export type Probabilities = [number, number, number];

/** A scorer as the benchmark asks it. */
export type Peer = {
  by: string;
  /** Whether it states probabilities, so that their calibration can be measured. */
  stated: boolean;
  judge(text: LabelledText, group: string): Probabilities;
  /** The side that a text leans to, below or above zero, where its label takes none. */
  lean?(text: string): number;
};

const labels = ['negative', 'neutral', 'positive'];
/** A label alone, as if it were beyond doubt. What has no label takes no side. */
export function certain(label: string): Probabilities {
  const at = labels.indexOf(label);
  return [at === 0 ? 1 : 0, at === 1 || at < 0 ? 1 : 0, at === 2 ? 1 : 0];
}

const none: readonly string[] = [];
const contextOf = ({ target }: LabelledText, group: string): ToneContext => ({
  lang: 'en',
  brand: target ? [target.name] : none,
  others: none,
  group,
});

/** A scorer of ours. Of AFINN the sum of its words tells the side that a neutral text leans to. */
function ours(name: ScorerName): Peer {
  const scorer = scorers[name]({});
  const words = new Sentiment();
  return {
    by: scorer.by,
    stated: scorer.score('good', contextOf({ label: 2, text: 'good' }, 'any')).p !== null,
    judge(text, group) {
      const { label, p } = scorer.score(text.text, contextOf(text, group));
      return p ?? certain(label);
    },
    ...(name === 'afinn' ? { lean: (text: string) => words.analyze(text).score } : {}),
  };
}

/** VADER, where the package is installed: it is needed for development only. */
async function vader(): Promise<Peer | undefined> {
  type Vader = { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } };
  // It comes without types.
  const name: string = 'vader-sentiment';
  const found: { default?: Vader } | undefined = await import(name).catch(() => undefined);
  const analyzer = found?.default?.SentimentIntensityAnalyzer;
  if (!analyzer) return undefined;
  const about: { default: { version: string } } = await import(`${name}/package.json`, {
    with: { type: 'json' },
  });
  // What its authors call neutral.
  const neutral = 0.05;
  const compound = (text: string) => analyzer.polarity_scores(text).compound;
  return {
    by: `vader@${about.default.version}`,
    stated: false,
    judge({ text }) {
      const sum = compound(text);
      return certain(sum >= neutral ? 'positive' : sum <= -neutral ? 'negative' : 'neutral');
    },
    lean: compound,
  };
}

/** Every scorer of ours, the usual one first, and VADER beside them. */
export async function openPeers(usual: ScorerName): Promise<Peer[]> {
  const names = (Object.keys(scorers) as ScorerName[]).sort(
    (a, b) => rank(a, usual) - rank(b, usual) || a.localeCompare(b),
  );
  const beside = await vader();
  return [...names.map(ours), ...(beside ? [beside] : [])];
}

/** The usual scorer, then what states probabilities, then AFINN, which all are compared with. */
const rank = (name: ScorerName, usual: ScorerName): number => (name === usual ? 0 : name === 'afinn' ? 2 : 1);
