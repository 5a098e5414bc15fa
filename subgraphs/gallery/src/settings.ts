import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

export const gallerySettings = z.object({
  GALLERY_DATABASE_URL: postgresUrl,
  /** Where people reach the studio: share links begin with it. */
  PUBLIC_URL: z.url().default('http://localhost:4000'),
});
