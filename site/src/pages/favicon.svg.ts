import type { APIRoute } from 'astro';
import { readData } from '../data.ts';
import { fallbackColour, tokens } from '../view/tokens.ts';

/** Three arcs that a sound makes, in the team's accent. */
export const GET: APIRoute = () => {
  const stated = readData().about?.site.colour ?? fallbackColour;
  const colour = tokens('light', /^#[0-9a-fA-F]{6}$/.test(stated) ? stated : fallbackColour)['accent-mark'];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${colour}"/><g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"><path d="M9 20.5v-9"/><path d="M15 23.5v-15"/><path d="M21 19v-6"/></g><circle cx="26" cy="16" r="1.8" fill="#fff"/></svg>`;
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
};
