import { z } from 'zod';

/** The kinds of the jobs of this domain; see `jobRunTask` in the contracts of jobs. */
export const JOB_KINDS = { READ: 'document.read' } as const;

/** What a job that reads a document carries. */
export const readJobSchema = z.object({
  assetId: z.string(),
  filename: z.string(),
  /** BCP 47, when its owner said so. */
  language: z.string().nullable(),
});
export type ReadJob = z.output<typeof readJobSchema>;
