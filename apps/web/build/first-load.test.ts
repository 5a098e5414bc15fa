import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FIRST_LOADS, firstLoadBytes } from './first-load.ts';
import type { FirstLoad, Piece } from './first-load.ts';

const piece = (fileName: string, more: Partial<Piece> = {}): Piece => ({
  fileName,
  code: `// ${fileName}\n`.repeat(20),
  sources: [],
  isEntry: false,
  imports: [],
  ...more,
});
const weightOf = (...pieces: Piece[]) => pieces.reduce((sum, { code }) => sum + gzipSync(code).length, 0);

describe('what a page waits for', () => {
  const react = piece('react.js');
  const entry = piece('index.js', { isEntry: true, imports: ['react.js'] });
  const drawer = piece('drawer.js', { sources: ['src/app/HelpDrawer.tsx'] });
  const shell = piece('shell.js', { sources: ['src/app/Shell.tsx'], imports: ['react.js'] });
  const files = piece('files.js', { sources: ['src/routes/files.tsx'], imports: ['react.js'] });
  const signIn = piece('sign-in.js', { sources: ['src/routes/sign-in.tsx'] });
  const words = piece('ko-files.js', { sources: ['src/lib/language/ko/files.ts'] });
  const all = [react, entry, drawer, shell, files, signIn, words];

  it('is the entry, the shell, the page and its words with what they import, each once', () => {
    expect(firstLoadBytes(all, 'files')).toBe(weightOf(react, entry, shell, files, words));
  });

  it('is no shell where there is none, and nothing that is fetched later', () => {
    expect(firstLoadBytes(all, 'sign-in')).toBe(weightOf(react, entry, signIn));
  });
});

const written = join(import.meta.dirname, '../dist', FIRST_LOADS);

describe.runIf(existsSync(written))('the studio as it is built', () => {
  it('lets no page wait for more script than it may', () => {
    const loads = JSON.parse(readFileSync(written, 'utf8')) as readonly FirstLoad[];
    expect(loads.length).toBeGreaterThan(10);
    expect(loads.filter(({ bytes, most }) => bytes > most)).toEqual([]);
  });
});
