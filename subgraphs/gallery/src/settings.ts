import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

export const gallerySettings = z.object({ GALLERY_DATABASE_URL: postgresUrl });
