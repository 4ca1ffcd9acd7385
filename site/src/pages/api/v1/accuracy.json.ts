import type { APIRoute } from 'astro';
import { readData } from '../../../data.ts';

/** How well the scorer does on the team's own labels; null where there are none. */
export const GET: APIRoute = () => Response.json(readData().accuracy);
