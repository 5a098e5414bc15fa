import type { acquireStack } from '@modu/embedded';
import { gallery } from '@modu/gallery';
import { createLogger } from '@modu/logger';
import type { Environment } from '@modu/settings';
import { completeEnvironment } from '../../apps/host/src/environment.ts';
import { gallerySettings } from '../../subgraphs/gallery/src/settings.ts';

interface Place {
  /** The host's. */
  readonly environment: Environment;
  readonly dataDir: string;
  readonly acquire?: typeof acquireStack;
}

/** The gallery's database, where the host that has this environment and data directory keeps it. */
export async function findGalleryDatabase({
  dataDir,
  ...place
}: Place): Promise<{ readonly url: string; release(): Promise<void> }> {
  const logger = createLogger({ level: 'warn' });
  const { environment, stack } = await completeEnvironment({
    ...place,
    ...{ modules: [gallery], dataDir, corsOrigins: [], logger },
  });
  return {
    url: gallerySettings.parse(environment).GALLERY_DATABASE_URL,
    release: async () => stack?.stop(),
  };
}
