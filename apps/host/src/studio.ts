import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bucketAddressSettings } from '@modu/blobs';
import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { flag } from '@modu/settings';
import { z } from 'zod';
import { createSharePages } from './share-pages.ts';
import type { SharePages } from './share-pages.ts';
import { readFiles, sendFile } from '@modu/static-files';
import type { StaticFile } from '@modu/static-files';
import { BOOK_PREFIX, serveBook } from './storybook.ts';
import { contentSecurityPolicy } from './studio-policy.ts';

const DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));
const BOOK = fileURLToPath(new URL('../../web/storybook-static', import.meta.url));

/** The studio's built files, read once at start; every path that is no file is a page of it. */
export const studio = defineModule({
  name: 'studio',
  settings: z.object({
    ...bucketAddressSettings.shape,
    PUBLIC_URL: z.url().default('http://localhost:4000'),
    /** Serves the book of the design system under /storybook, when it has been built. */
    STUDIO_STORYBOOK: flag.default(false),
  }),
  needs: [],
  start: async (settings, { logger, network, identity }) => {
    const { PUBLIC_URL: publicUrl, STUDIO_STORYBOOK } = settings;
    const caller = createServiceCaller({ service: 'studio', network, identity });
    const sharePages = createSharePages({ caller, publicUrl, logger });
    const files = existsSync(DIST) ? await readFiles(DIST) : new Map<string, StaticFile>();
    const page = new TextDecoder().decode(files.get(PAGE)?.bytes);
    const policy = await contentSecurityPolicy(page, settings);
    const book = STUDIO_STORYBOOK && existsSync(BOOK) ? await readFiles(BOOK) : undefined;
    if (STUDIO_STORYBOOK && !book) logger.warn('the book is not built; run "npm run build-storybook"');
    const built = files.has(PAGE);
    if (!built) logger.warn('the studio is not built; run "npm run build"');
    return {
      service: {
        fetch: async (request) => {
          const isBook = book !== undefined && new URL(request.url).pathname.startsWith(BOOK_PREFIX);
          if (isBook) return serveBook(request, book);
          return (await serveShared(request, { files, policy, sharePages })) ?? serveFile(request, files, policy);
        },
      },
      ready: async () => (built ? { ready: true } : { ready: false, reason: 'the studio is not built' }),
      stop: async () => {},
    };
  },
});

const PAGE = '/index.html';

/** The page of a share link is the studio's page, with what other sites may show of it. */
async function serveShared(
  request: Request,
  { files, policy, sharePages }: { files: ReadonlyMap<string, StaticFile>; policy: string; sharePages: SharePages },
): Promise<Response | undefined> {
  if (request.method !== 'GET' || !new URL(request.url).pathname.startsWith('/s/')) return undefined;
  const response = await sharePages.answer(request, new TextDecoder().decode(files.get(PAGE)?.bytes));
  response?.headers.set('content-security-policy', policy);
  response?.headers.set('x-content-type-options', 'nosniff');
  response?.headers.set('x-frame-options', 'DENY');
  return response;
}

function serveFile(request: Request, files: ReadonlyMap<string, StaticFile>, policy: string): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const { pathname } = new URL(request.url);
  const path = extname(pathname) ? pathname : PAGE;
  const file = files.get(path);
  if (!file) return new Response('Not found', { status: 404 });
  const headers = path === PAGE ? { 'content-security-policy': policy, 'x-frame-options': 'DENY' } : {};
  return sendFile(request, { file, isHashed: path.startsWith('/assets/'), headers });
}
