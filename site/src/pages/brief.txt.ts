import type { APIRoute } from 'astro';
import { ready } from '../context.ts';
import { readData } from '../data.ts';
import { briefPlain, briefSections } from '../view/brief-text.ts';

/** The brief as plain text, for a mail or a chat. */
export const GET: APIRoute = () => {
  const page = ready(readData());
  const brand = page?.about.brands[0];
  if (!page || !brand) return new Response('', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  const sections = briefSections(page.figures, page.about, page.formats);
  const home = page.about.site.url?.replace(/\/*$/, '/') ?? '';
  return new Response(briefPlain(brand.name, sections, home), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
