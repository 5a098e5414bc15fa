import { z } from 'zod';

/** Plan levels, lowest first, as other domains may keep them. */
export const tier = z.enum(['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE']);

/** What `accountTerms` answers, for the services that ask it. */
export const accountTerms = z.object({
  tier,
  limits: z.object({
    runningJobsMax: z.int().positive(),
    queuedJobsMax: z.int().positive(),
    imageSidePixelsMax: z.int().positive(),
  }),
  storageBytes: z.number().nonnegative(),
});

export type AccountTerms = z.infer<typeof accountTerms>;
