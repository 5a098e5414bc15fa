import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding } from './choose-encoding.ts';

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
const brotli = promisify(brotliCompress);
/** Below this a file fits in one packet either way. */
const COMPRESSED_BYTES_MIN = 1_000;
/** The best that Brotli can takes seconds for a megabyte. */
const LARGE_BYTES = 1_000_000;
const BROTLI_QUALITY = { best: 11, ofLarge: 9 };
const GZIPPED = '.gz';
const BROTLI = '.br';

const typeOf = (file: string) => TYPES[extname(file)] ?? 'application/octet-stream';
const isText = (file: string) => /^(text|application\/json|image\/svg)/.test(typeOf(file));

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Puts beside each text of a built directory the same made smaller, as gzip and as Brotli do it, so that nobody waits for that later. */
export async function compressFiles(directory: string): Promise<void> {
  const write = async (file: string) => {
    const bytes = await readFile(file);
    if (bytes.length < COMPRESSED_BYTES_MIN) return;
    const quality = bytes.length > LARGE_BYTES ? BROTLI_QUALITY.ofLarge : BROTLI_QUALITY.best;
    await writeFile(file + GZIPPED, await compress(bytes, { level: 9 }));
    await writeFile(file + BROTLI, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  };
  await Promise.all((await listFiles(directory)).filter(isText).map(write));
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

function choose(request: Request, { bytes, gzipped, brotli: smallest }: StaticFile) {
  const copies = { br: smallest, gzip: gzipped };
  const made = (['br', 'gzip'] as const).filter((name) => copies[name] !== undefined);
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? '', made);
  return { body: (encoding && copies[encoding]) ?? bytes, encoding };
}
