import { z } from 'zod';
import { configOf } from '#contract';
import { sourceSchema } from '../collector/sources/registry.ts';

/** Text of the JSON Schema of `brand.yml`, generated from the contract and the registry of source types. */
export function brandSchema(): string {
  const schema = z.toJSONSchema(configOf(sourceSchema), { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...schema, title: 'brand.yml of Earshot' }, null, 2)}\n`;
}
