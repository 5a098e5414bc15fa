import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readFiles, sendFile } from '@modu/static-files';
import type { StaticFile } from '@modu/static-files';

/** What anyone may read about the graph without asking it anything. */
export interface Published {
  /** The explorer for browsers, its files, the schema and the changelog; `undefined` for any other request. */
  answer(request: Request): Promise<Response | undefined>;
}

const EXPLORER = fileURLToPath(new URL('../../../apps/explorer/dist', import.meta.url));
const EXPLORER_PREFIX = '/graphql/explorer';
const PAGE = '/index.html';

const TEXTS: Readonly<Record<string, URL>> = {
  '/graphql/schema.graphql': new URL('../../api.graphql', import.meta.url),
  '/graphql/changelog': new URL('../../../docs/graph-changelog.md', import.meta.url),
};

/** The editor writes its styles as it goes and brings its fonts in them; scripts are only those that were built. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Reads what it serves when it is first asked for: most gateways are never opened in a browser. */
export function createPublished(explorerDirectory = EXPLORER): Published {
  const texts = new Map<string, Promise<StaticFile>>();
  let explorer: Promise<ReadonlyMap<string, StaticFile>> | undefined;
  const readExplorer = () => (explorer ??= readBuilt(explorerDirectory));

  return {
    answer: async (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
      const { pathname } = new URL(request.url);
      if (pathname === '/graphql') return wantsPage(request) ? sendPage(request, await readExplorer()) : undefined;
      if (pathname.startsWith(`${EXPLORER_PREFIX}/assets/`)) {
        const file = (await readExplorer()).get(pathname.slice(EXPLORER_PREFIX.length));
        return file ? sendFile(request, { file, isHashed: true }) : new Response('Not found', { status: 404 });
      }
      const url = TEXTS[pathname];
      if (!url) return undefined;
      let text = texts.get(pathname);
      if (!text) texts.set(pathname, (text = readText(url)));
      return sendFile(request, { file: await text, isHashed: false });
    },
  };
}

function wantsPage(request: Request): boolean {
  return /\btext\/html\b/.test(request.headers.get('accept') ?? '');
}

function sendPage(request: Request, files: ReadonlyMap<string, StaticFile>): Response | undefined {
  const file = files.get(PAGE);
  const headers = { 'content-security-policy': POLICY, 'x-frame-options': 'DENY' };
  return file && sendFile(request, { file, isHashed: false, headers });
}

async function readBuilt(directory: string): Promise<ReadonlyMap<string, StaticFile>> {
  return existsSync(directory) ? readFiles(directory) : new Map();
}

async function readText(url: URL): Promise<StaticFile> {
  return { type: 'text/plain; charset=utf-8', bytes: new Uint8Array(await readFile(url)), gzipped: undefined };
}
