import { flag } from '@modu/settings';
import { z } from 'zod';

/** Where the bucket is. Without `S3_ENDPOINT` it is Amazon's own S3 in `S3_REGION`. */
export const blobSettings = z.object({
  S3_ENDPOINT: z.url({ protocol: /^https?$/, message: 'must look like https://host' }).optional(),
  /** The address browsers reach the bucket at, when it is another one than ours. */
  S3_PUBLIC_ENDPOINT: z.url({ protocol: /^https?$/, message: 'must look like https://host' }).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_BUCKET: z.string().min(3),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
  /** `https://host/bucket/key` rather than `https://bucket.host/key`: what most servers other than Amazon's want. */
  S3_FORCE_PATH_STYLE: flag.default(true),
});

export type BlobSettings = z.output<typeof blobSettings>;

/** Where browsers find the bucket, without the keys to it. */
export const bucketAddressSettings = blobSettings.omit({ S3_ACCESS_KEY_ID: true, S3_SECRET_ACCESS_KEY: true });

export type BucketAddressSettings = z.output<typeof bucketAddressSettings>;
