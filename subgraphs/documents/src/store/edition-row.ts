import { z } from 'zod';
import type { EngineEdition } from '../domain/edition.ts';

/** The edition of what made something, as it is kept. */
export const editionRow: z.ZodType<EngineEdition> = z.object({
  name: z.string(),
  version: z.string().nullable(),
  tables: z.string().nullable(),
});
