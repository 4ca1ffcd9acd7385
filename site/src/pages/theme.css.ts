import type { APIRoute } from 'astro';
import { readData } from '../data.ts';
import { fallbackColour, themeCss } from '../view/tokens.ts';

/** The colours, computed from the team's accent. */
export const GET: APIRoute = () =>
  new Response(themeCss(readData().about?.site.colour ?? fallbackColour), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
