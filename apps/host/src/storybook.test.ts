import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '@modu/static-files';
import type { StaticFile } from '@modu/static-files';
import { serveBook } from './storybook.ts';

describe('the book of the design system', () => {
  let directory: string;
  let files: ReadonlyMap<string, StaticFile>;
  const ask = (path: string, init?: RequestInit) => serveBook(new Request(`http://localhost${path}`, init), files);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'modu-book-'));
    await mkdir(join(directory, 'assets'));
    await writeFile(join(directory, 'index.html'), '<title>Book</title>');
    await writeFile(join(directory, 'assets', 'iframe-3f2a.js'), 'export {};');
    files = await readFiles(directory);
  });

  afterAll(() => rm(directory, { recursive: true }));

  it('opens at its own address, and sends those on who forgot the slash', async () => {
    expect(await ask('/storybook/').text()).toBe('<title>Book</title>');
    expect(ask('/storybook').headers.get('location')).toBe('/storybook/');
  });

  it('may be framed by itself only, and keeps its hashed files', () => {
    expect(ask('/storybook/').headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(ask('/storybook/assets/iframe-3f2a.js').headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/storybook/../package.json', '/storybook/%2e%2e/package.json', '/storybook/nothing'])(
    'gives nothing else: %s',
    (path) => {
      expect(ask(path).status).toBe(404);
    },
  );

  it('takes no writes', () => {
    expect(ask('/storybook/', { method: 'POST' }).status).toBe(405);
  });
});
