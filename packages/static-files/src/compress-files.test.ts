import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compressFiles, readFiles, sendFile } from './index.ts';

let directory: string;
const TEXT = 'let it = "run";'.repeat(500);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'modu-static-files-'));
  await writeFile(join(directory, 'main.js'), TEXT);
  await writeFile(join(directory, 'icon.png'), 'not a text');
});

afterEach(() => rm(directory, { recursive: true }));

it('gives text made smaller to who takes it, made at build time or now, and never as a file of its own', async () => {
  const now = await readFiles(directory);
  await compressFiles(directory);
  expect((await readdir(directory)).sort()).toEqual(['icon.png', 'main.js', 'main.js.br', 'main.js.gz']);
  const built = await readFiles(directory);

  for (const files of [now, built]) {
    expect([...files.keys()].sort()).toEqual(['/icon.png', '/main.js']);
    const file = files.get('/main.js')!;
    expect(gunzipSync(file.gzipped!).toString()).toBe(TEXT);
    expect(files.get('/icon.png')?.gzipped).toBeUndefined();
    const ask = (encoding: string) =>
      sendFile(new Request('http://x/main.js', { headers: { 'accept-encoding': encoding } }), { file, isHashed: true });
    expect(ask('gzip').headers.get('content-encoding')).toBe('gzip');
    expect(ask('gzip, br').headers.get('content-encoding')).toBe(files === built ? 'br' : 'gzip');
    expect(await ask('identity').text()).toBe(TEXT);
  }
});

it('takes what lies beside a file as it is: the work was done before', async () => {
  await writeFile(join(directory, 'main.js.gz'), gzipSync('made before'));
  const file = (await readFiles(directory)).get('/main.js');

  expect(gunzipSync(file!.gzipped!).toString()).toBe('made before');
});
