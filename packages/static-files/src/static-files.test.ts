import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles, sendFile } from './static-files.ts';
import type { StaticFile } from './static-files.ts';

const SCRIPT = 'console.log("a persimmon tree");\n'.repeat(100);

describe('a built directory', () => {
  let directory: string;
  let files: ReadonlyMap<string, StaticFile>;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'modu-static-'));
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'assets/create-3f2a.js'), SCRIPT);
    writeFileSync(join(directory, 'assets/create-3f2a.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(directory, 'plain.css'), 'p { color: black }');
    files = await readFiles(directory);
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const ask = (path: string, accepted: string) => {
    const file = files.get(path);
    if (file === undefined) throw new Error(`no ${path}`);
    const request = new Request(`http://localhost${path}`, { headers: { 'accept-encoding': accepted } });
    return sendFile(request, { file, isHashed: true });
  };
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

  it('is sent as Brotli to those who take it, as gzip to others, else as it is', async () => {
    const small = ask('/assets/create-3f2a.js', 'gzip, deflate, br, zstd');
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await bytesOf(small)).toString()).toBe(SCRIPT);

    const older = ask('/assets/create-3f2a.js', 'gzip');
    expect(older.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await bytesOf(older)).toString()).toBe(SCRIPT);

    const plain = ask('/assets/create-3f2a.js', 'identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await bytesOf(plain)).toString()).toBe(SCRIPT);
    for (const answer of [small, older, plain]) {
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
  });

  it('is gzipped where it was built without Brotli, and no copy is a file of its own', () => {
    expect(ask('/plain.css', 'gzip, br').headers.get('content-encoding')).toBe('gzip');
    expect([...files.keys()].toSorted()).toEqual(['/assets/create-3f2a.js', '/plain.css']);
  });
});
