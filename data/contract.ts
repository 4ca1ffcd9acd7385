/** The border between the collector, which writes data/, and the site, which shows it. */
export * from './contract/about.ts';
export * from './contract/accuracy.ts';
export * from './contract/config.ts';
export * from './contract/figure.ts';
export * from './contract/forgotten.ts';
export * from './contract/label.ts';
export * from './contract/mention.ts';
export * from './contract/model-card.ts';
export * from './contract/published.ts';
export * from './contract/replay.ts';
export * from './contract/restated.ts';
export * from './contract/run.ts';
export * from './contract/score.ts';
export * from './contract/signal.ts';
export * from './contract/state.ts';
export * from './contract/survey.ts';
export * from './contract/time.ts';
