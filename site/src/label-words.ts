/** What the pages say of the team's own labels and of the scorer's error. */
export const labelWords = {
  heading: 'Accuracy on your brand',
  api: 'how well the scorer does on the team’s own labels; null without any',
  none: 'Nobody of the team has labelled a mention yet: how well the scorer does on this brand is not known, and its error is not corrected. What is known of it from public texts stands above.',
  howTo: 'Whoever runs this is shown mentions that were drawn by lot, and says which tone they have:',
  tooFew: (have: string, needed: string) =>
    `${have} mentions drawn by lot are labelled. From ${needed} on it is stated here how often the scorer is right, and net sentiment is corrected; until then the scorer’s error is not corrected.`,
  demo: 'The brand is invented, and nobody labelled anything: in place of people’s answers stand the tones that the texts were written in.',
  right: (share: string, low: string, high: string, n: string) =>
    `Of ${n} mentions that were drawn by lot and labelled, the scorer is right on ${share} (${low} to ${high}).`,
  f1: (value: string, low: string, high: string) =>
    `Macro-F1 over the three tones: ${value} (${low} to ${high}). Intervals are 95%.`,
  matrix: 'What the scorer said, and what was meant',
  scored: 'Scored',
  meant: (tone: string) => `labelled ${tone}`,
  groups: 'By group of sources',
  group: 'Group',
  rightColumn: 'Right',
  interval: '95% interval',
  agreement: (n: string, same: string) =>
    `Two people labelled ${n} mentions both, and agree on ${same} of them`,
  kappa: (kappa: string) => ` (Cohen’s kappa ${kappa}; 1 is always, 0 is by chance)`,
  labelled: (n: string, gone: string) =>
    `${n} mentions are labelled in all; their labels stand in the figures in place of the scorer’s tone.${gone === '0' ? '' : ` ${gone} rows name a mention that is not there any more.`}`,
  beside: 'Raw and corrected',
  besideLead: (n: string) =>
    `The scorer’s error taken out by ${n} labels of the team’s own. Raw is what was scored; corrected is what that most likely means, and its interval holds the error of the labels too.`,
  period: 'Period',
  raw: 'Raw',
  corrected: 'Corrected',
  last: 'Last 28 days',
  counts: (value: string) =>
    `Another way to correct it, adjusted counts, gives ${value} for the last 28 days`,
  agrees: ': as near as the errors of the two let expect.',
  disagrees:
    ': further off than their errors let expect. Talk may have moved far from what it was when it was labelled; more labels of these weeks would tell.',
  more: 'How that is done',
  uncorrected: (points: string) =>
    `The scorer’s error is not corrected: the level may be off by ${points} points more than chance makes it, and the interval of the last 28 days holds that. Changes carry it far less, since most of it is there before and after.`,
  onCard: (value: string, interval: string) => `corrected by your labels: ${value} (${interval})`,
} as const;
