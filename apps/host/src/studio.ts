import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { defineModule } from '@modu/module';
import { z } from 'zod';

const DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Pages may talk to ourselves and to the bucket, and run nothing that we did not build. */
export function contentSecurityPolicy(bucketOrigin: string | undefined): string {
  const bucket = bucketOrigin ? ` ${bucketOrigin}` : '';
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${bucket}`,
    `connect-src 'self' ws: wss:${bucket}`,
    "font-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The studio's built files, read once at start; every path that is no file is a page of it. */
export const studio = defineModule({
  name: 'studio',
  settings: z.object({
    S3_ENDPOINT: z.url().optional(),
    S3_PUBLIC_ENDPOINT: z.url().optional(),
  }),
  needs: [],
  start: async ({ S3_ENDPOINT, S3_PUBLIC_ENDPOINT }, { logger }) => {
    const bucket = S3_PUBLIC_ENDPOINT ?? S3_ENDPOINT;
    const policy = contentSecurityPolicy(bucket ? new URL(bucket).origin : undefined);
    const files = existsSync(DIST) ? await readFiles(DIST) : new Map<string, StudioFile>();
    const built = files.has(PAGE);
    if (!built) logger.warn('the studio is not built; run "npm run build"');
    return {
      service: { fetch: async (request) => serveFile(request, files, policy) },
      ready: async () => (built ? { ready: true } : { ready: false, reason: 'the studio is not built' }),
      stop: async () => {},
    };
  },
});

interface StudioFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Gzipped once at start, for text. */
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined;
}

const PAGE = '/index.html';
const compress = promisify(gzip);

async function readFiles(directory: string): Promise<Map<string, StudioFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const loaded = files.map(async (file) => {
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const bytes = new Uint8Array(await readFile(file));
    const isText = /^(text|application\/json|image\/svg)/.test(type);
    const gzipped = isText ? new Uint8Array(await compress(bytes)) : undefined;
    return [`/${relative(directory, file).replaceAll('\\', '/')}`, { type, bytes, gzipped }] as const;
  });
  return new Map(await Promise.all(loaded));
}

function serveFile(request: Request, files: ReadonlyMap<string, StudioFile>, policy: string): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const { pathname } = new URL(request.url);
  const path = extname(pathname) ? pathname : PAGE;
  const file = files.get(path);
  if (!file) return new Response('Not found', { status: 404 });
  const body = acceptsGzip(request) ? (file.gzipped ?? file.bytes) : file.bytes;
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      'content-type': file.type,
      ...(body === file.gzipped ? { 'content-encoding': 'gzip' } : {}),
      ...(file.gzipped ? { vary: 'Accept-Encoding' } : {}),
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...(path === PAGE ? { 'content-security-policy': policy, 'x-frame-options': 'DENY' } : {}),
    },
  });
}

function acceptsGzip(request: Request): boolean {
  return /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
}
