import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A file as it is sent. */
export interface StaticFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For text: as it was gzipped when it was built, else gzipped now, once. */
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined;
  /** As Brotli made it when it was built; absent for what was built without. */
  readonly brotli?: Uint8Array<ArrayBuffer> | undefined;
}

const compress = promisify(gzip);
const GZIPPED = '.gz';
const BROTLI = '.br';

const typeOf = (file: string) => TYPES[extname(file)] ?? 'application/octet-stream';
const isText = (file: string) => /^(text|application\/json|image\/svg)/.test(typeOf(file));

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Puts beside each text of a built directory the same gzipped as small as can be, so that nobody waits for that later. */
export async function gzipFiles(directory: string): Promise<void> {
  const texts = (await listFiles(directory)).filter(isText);
  const write = async (file: string) => writeFile(file + GZIPPED, await compress(await readFile(file), { level: 9 }));
  await Promise.all(texts.map(write));
}

/** Reads a built directory into memory, by path from its root: `/assets/index-3f2a.js`. */
export async function readFiles(directory: string): Promise<Map<string, StaticFile>> {
  const files = await listFiles(directory);
  const isBuilt = new Set(files);
  const loaded = files
    .filter((file) => !isCopy(file, isBuilt))
    .map(async (file) => {
      const type = typeOf(file);
      const bytes = new Uint8Array(await readFile(file));
      const zip = () => (isBuilt.has(file + GZIPPED) ? readFile(file + GZIPPED) : compress(bytes));
      const gzipped = isText(file) ? new Uint8Array(await zip()) : undefined;
      const brotli = isBuilt.has(file + BROTLI) ? new Uint8Array(await readFile(file + BROTLI)) : undefined;
      return [`/${relative(directory, file).replaceAll('\\', '/')}`, { type, bytes, gzipped, brotli }] as const;
    });
  return new Map(await Promise.all(loaded));
}

/** Whether a file is another one made smaller: sent in its place, never by its own name. */
const isCopy = (file: string, all: ReadonlySet<string>) =>
  [GZIPPED, BROTLI].some((end) => file.endsWith(end) && all.has(file.slice(0, -end.length)));

/** Answers with a file. Hashed assets are kept for a year; everything else is asked for anew. */
export function sendFile(
  request: Request,
  { file, isHashed, headers = {} }: { file: StaticFile; isHashed: boolean; headers?: Readonly<Record<string, string>> },
): Response {
  const { body, encoding } = choose(request, file);
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      'content-type': file.type,
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
      ...((file.gzipped ?? file.brotli) ? { vary: 'Accept-Encoding' } : {}),
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...headers,
    },
  });
}

function choose(request: Request, file: StaticFile) {
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (file.brotli !== undefined && /\bbr\b/.test(accepted)) return { body: file.brotli, encoding: 'br' };
  if (file.gzipped !== undefined && acceptsGzip(request)) return { body: file.gzipped, encoding: 'gzip' };
  return { body: file.bytes, encoding: null };
}

/** Whether who asks takes an answer that is gzipped. */
export function acceptsGzip(request: Request): boolean {
  return /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
}
