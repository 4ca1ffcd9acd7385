import type { APIRoute } from 'astro';
import { apiSchemas } from '../../../api-schema.ts';
import { readData } from '../../../data.ts';
import { apiIndex } from '../../../view/api-index.ts';

/** What the static API holds. */
export const GET: APIRoute = () => Response.json(apiIndex(readData(), Object.keys(apiSchemas)));
