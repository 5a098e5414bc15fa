import { QueryClient } from '@tanstack/react-query';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tokens } from '../src/lib/auth/index.ts';
import { forgetEarly } from '../src/lib/early/early.ts';
import { beginGallery } from '../src/routes/gallery.tsx';
import { firstQuestions } from './first-questions.ts';

const BOOT = readFileSync(join(import.meta.dirname, '../public/boot.js'), 'utf8');
const DATA = { pages: {}, words: { en: {}, ko: {} }, asks: firstQuestions };
const OUTLINE = { data: { imageTimeline: { totalCount: 0, days: [], counts: [], endCursor: null } } };
const PICTURES = { data: { images: { edges: [] } } };

/** Plays the server; returns what was asked of it. */
function serverOf({ token = 'one', early = 200 }: { token?: string | null; early?: number } = {}) {
  const asked: string[] = [];
  let left = 2;
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(path === '/graphql' ? String(init?.body) : path);
    if (path === '/auth/token') return token === null ? new Response('{}', { status: 401 }) : Response.json({ token });
    const status = left > 0 ? early : 200;
    left -= 1;
    return Response.json(String(init?.body).includes('oldestFirst') ? OUTLINE : PICTURES, { status });
  });
  return asked;
}

/** Opens the document at an address, as somebody who has been here before. */
function open(address: string) {
  history.replaceState(null, '', address);
  document.head.innerHTML = `<script type="application/json" id="first-pages">${JSON.stringify(DATA)}</script>`;
  localStorage.setItem('modu.own.beginner', 'false');
  new Function(BOOT)();
}

beforeEach(() => {
  tokens.forget();
  forgetEarly();
});

describe('what the document asks before any script has come', () => {
  it.each([1, 2])('is what the gallery asks at a density of %d, and is not asked again', async (density) => {
    vi.stubGlobal('devicePixelRatio', density);
    const asked = serverOf();
    open('/gallery');
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    await beginGallery(new QueryClient());
    expect(asked).toEqual(['/auth/token', ...(firstQuestions['/gallery']?.[density > 1 ? 'fine' : 'coarse'] ?? [])]);
  });

  it('is nothing where the wall is narrowed: the page knows what to ask then', () => {
    const asked = serverOf();
    open('/gallery?starred=true');
    expect(asked).toEqual([]);
  });

  it('is asked once more by the page where it failed', async () => {
    const asked = serverOf({ early: 503 });
    open('/gallery');
    await beginGallery(new QueryClient());
    expect(asked.filter((one) => one.startsWith('{'))).toHaveLength(4);
  });

  it('is only the key where nobody is signed in any more', async () => {
    const asked = serverOf({ token: null });
    open('/gallery');
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual(['/auth/token']);
  });

  it('belongs to nobody who signs in later', async () => {
    const asked = serverOf();
    open('/gallery');
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    forgetEarly();
    await beginGallery(new QueryClient());
    expect(asked).toHaveLength(6);
  });
});
