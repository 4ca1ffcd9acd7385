import type { APIRoute, GetStaticPaths } from 'astro';
import { apiSchemas, jsonSchema, type SchemaName } from '../../../../api-schema.ts';

/** The JSON Schema of each document of the API. */
export const getStaticPaths = (() =>
  Object.keys(apiSchemas).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => Response.json(jsonSchema(params['name'] as SchemaName));
