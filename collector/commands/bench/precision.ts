import type { ModelCard } from '#contract';

/** How often what is called an intent, a theme or a language is one, as the stage that tells them measured it. */
export const measuredPrecision = (): ModelCard['precision'] => [];
