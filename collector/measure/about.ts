import { type About, type Figure, instant } from '#contract';
import { replayBreaks } from './breaks.ts';
import type { Facts, MeasureInput } from './facts.ts';

/** The brand's headline of each series that has one with a basis. */
function headlinesOf(figures: readonly Figure[], brand: string): About['headline'] {
  return figures.flatMap((figure) => {
    const headline = figure.kind === 'series' ? figure.headline?.[brand] : undefined;
    return headline && headline.value !== null ? [{ figure: figure.id, ...headline }] : [];
  });
}

/** What the page needs to know besides the figures. */
export function aboutOf(input: MeasureInput, facts: Facts, figures: readonly Figure[]): About {
  const replays = replayBreaks(facts);
  const damage = input.damage?.();
  const { config, sources } = input;
  const { url, logo, colour, index } = config.site;
  return {
    v: 1,
    asOf: instant(input.now),
    demo: input.demo,
    brands: facts.brands,
    sources,
    ...(input.notRead === undefined ? {} : { notRead: input.notRead }),
    groups: [
      ...new Set([
        ...Object.keys(config.groups),
        ...sources.filter(({ countsOnly }) => !countsOnly).map((source) => source.group),
      ]),
    ],
    themes: input.themes,
    ...(config.segments.length === 0 ? {} : { segments: config.segments }),
    events: config.events.map(({ date, name, figure, window }) => ({
      date,
      name,
      ...(figure === undefined ? {} : { figure }),
      window,
    })),
    time: config.time,
    site: { ...(url === undefined ? {} : { url }), ...(logo === undefined ? {} : { logo }), colour, index },
    ...(config.privacy.contact === undefined ? {} : { contact: config.privacy.contact }),
    scorers: facts.scorers,
    figures: figures.map((figure) => figure.id),
    headline: headlinesOf(figures, config.brand.id),
    ...(damage && { damage }),
    ...(input.unlabelled === undefined ? {} : { unlabelled: input.unlabelled }),
    ...(replays.length === 0 ? {} : { replays }),
    config: input.configHash,
    commit: input.commit,
    repository: input.repository,
  };
}
