import { blobSettings } from '@modu/blobs';
import { mongodbUrl } from '@modu/settings';
import { z } from 'zod';

const UPLOAD_BYTES_MAX = 5_000_000_000;

export const assetsSettings = z.object({
  ASSETS_MONGODB_URL: mongodbUrl,
  /** The database, where the URL is that of a whole server. */
  ASSETS_MONGODB_DATABASE: z.string().min(1).optional(),
  ASSETS_UPLOAD_BYTES_MAX: z.coerce.number().int().min(1).max(UPLOAD_BYTES_MAX).default(UPLOAD_BYTES_MAX),
  /** `host:port` of a clamd; without one nothing is scanned. */
  ASSETS_CLAMD_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, 'must look like host:3310')
    .optional(),
  ...blobSettings.shape,
});
