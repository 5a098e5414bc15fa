import { sendFile } from '@modu/static-files';
import type { StaticFile } from '@modu/static-files';

/** Where the book of the design system stands on the public port. */
export const BOOK_PREFIX = '/storybook';

/** The book frames its own pages and starts with inline scripts of Storybook; it talks to nobody else. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Answers for `/storybook/…` from the built book; without the slash its relative addresses would lead elsewhere. */
export function serveBook(request: Request, files: ReadonlyMap<string, StaticFile>): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const { pathname } = new URL(request.url);
  if (pathname === BOOK_PREFIX) return new Response(null, { status: 308, headers: { location: `${BOOK_PREFIX}/` } });
  const path = pathname === `${BOOK_PREFIX}/` ? '/index.html' : pathname.slice(BOOK_PREFIX.length);
  const file = files.get(path);
  if (!file) return new Response('Not found', { status: 404 });
  return sendFile(request, {
    file,
    isHashed: path.startsWith('/assets/'),
    headers: { 'content-security-policy': POLICY },
  });
}
