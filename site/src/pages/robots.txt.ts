import type { APIRoute } from 'astro';
import { readData } from '../data.ts';

/** Search engines may list the page only where the team said so. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\n${readData().about?.site.index ? 'Allow: /' : 'Disallow: /'}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
