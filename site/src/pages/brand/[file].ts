import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../data.ts';
import { logoBytes, logoFile, logoName } from '../../logo.ts';

/** The team's logo, and nothing else of its folder. */
export const getStaticPaths = (() => {
  const { about } = readData();
  const name = about && logoName(about);
  return name ? [{ params: { file: name } }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = () => {
  const { about } = readData();
  const file = about && logoFile(about);
  if (!file) return new Response(null, { status: 404 });
  return new Response(logoBytes(file.path), { headers: { 'Content-Type': file.type } });
};
