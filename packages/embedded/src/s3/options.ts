import { z } from 'zod';

const dayMs = 24 * 60 * 60 * 1000;

/** What the embedded S3 server needs to know. `dir` is owned by one server at a time. */
export const s3ServerOptions = z.object({
  dir: z.string().min(1),
  /** 0 takes a free port. */
  port: z.number().int().min(0).max(65_535),
  host: z.string().default('127.0.0.1'),
  region: z.string().default('us-east-1'),
  credentials: z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) }),
  /** Made at start when they are missing. */
  buckets: z.array(z.string()).default([]),
  /** Origins of browsers that may call, as `https://studio.example`; `*` allows all. */
  corsOrigins: z.array(z.string()).default([]),
  /** A multipart upload that nobody finished is swept when it was begun this long ago. */
  abandonedUploadAgeMs: z
    .number()
    .positive()
    .default(30 * dayMs),
});

export type S3ServerOptions = z.input<typeof s3ServerOptions>;
