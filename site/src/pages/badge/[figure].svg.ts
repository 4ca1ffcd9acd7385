import type { APIRoute, GetStaticPaths } from 'astro';
import { ready } from '../../context.ts';
import { readData } from '../../data.ts';
import { badgeSvg, badgeText } from '../../view/badge.ts';

/** A badge for each figure that has a headline: for a README, a wiki, a chat. */
export const getStaticPaths = (() => {
  const { about, figures } = readData();
  const brand = about?.brands[0]?.id ?? '';
  return [...figures.values()]
    .filter((figure) => figure.kind === 'series' && figure.headline?.[brand])
    .map(({ id }) => ({ params: { figure: id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const page = ready(readData());
  const figure = page?.figures.get(params['figure'] ?? '');
  if (!page?.home || figure?.kind !== 'series') return new Response(null, { status: 404 });
  const { asOf, site } = page.about;
  return new Response(badgeSvg(badgeText(figure, page.home, asOf, page.formats), site.colour), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};
