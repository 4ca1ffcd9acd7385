import type { Config } from '#contract';
import { suggest } from './explain-issue.ts';

type Found = { path: PropertyKey[]; message: string };

/** What no shape can say: ids that are used twice, or that name nothing. */
export function crossCheck(config: Config): Found[] {
  const brands = [config.brand, ...config.competitors].map((brand) => brand.id);
  const sources = config.sources.map((source) => source.id);
  const found: Found[] = [
    ...repeated(sources, (at) => ['sources', at, 'id']),
    ...repeated(brands, (at) => (at === 0 ? ['brand', 'id'] : ['competitors', at - 1, 'id'])),
    ...repeated([...sources, ...config.surveys.map((survey) => survey.id)], (at) =>
      at < sources.length ? ['sources', at, 'id'] : ['surveys', at - sources.length, 'id'],
    ).filter(({ path }) => path[0] === 'surveys'),
    ...repeated(
      config.themes.map((theme) => theme.id),
      (at) => ['themes', at, 'id'],
    ),
  ];
  config.sources.forEach((source, at) => {
    if (source.brand !== undefined && !brands.includes(source.brand)) {
      found.push({
        path: ['sources', at, 'brand'],
        message: `no brand has the id "${source.brand}"; ${suggest(source.brand, brands)}`,
      });
    }
  });
  config.segments.forEach((segment, at) => {
    for (const [index, id] of (segment.sources ?? []).entries()) {
      if (sources.includes(id)) continue;
      found.push({
        path: ['segments', at, 'sources', index],
        message: `no source has the id "${id}"; ${suggest(id, sources)}`,
      });
    }
  });
  return found;
}

function repeated(ids: string[], pathOf: (at: number) => PropertyKey[]): Found[] {
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [{ path: pathOf(at), message: `the id "${id}" is used twice` }],
  );
}
