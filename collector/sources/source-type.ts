import type { z } from 'zod';
import type { SourceBase } from '#contract';
import type { SourceType } from '../types.ts';

/** A source type and the shape of its settings in brand.yml. */
export type ListedType<Schema extends z.ZodType<SourceBase>> = SourceType<z.infer<Schema>> & {
  settings: Schema;
};

/** Lets a source type's functions know its settings by their schema. */
export const defineSource = <Schema extends z.ZodType<SourceBase>>(
  type: ListedType<Schema>,
): ListedType<Schema> => type;
