import { z } from 'zod';

/** A UTC instant as the data files write it: seconds, and `Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'a UTC time such as 2026-11-20T05:17:00Z')
  .describe('A UTC instant, to the second: 2026-11-20T05:17:00Z.');

/** A calendar day in the time zone of the config. */
export const Day = z.iso.date().describe('A calendar day in the time zone of the config: 2026-11-20.');

export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('A calendar month: 2026-11.');

/** Cuts a time to the second and writes it as the data files do. */
export const instant = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
