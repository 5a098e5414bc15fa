import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeJson, writeJsonOnce } from './private-file.ts';

const MODULE = fileURLToPath(new URL('private-file.ts', import.meta.url));
const run = promisify(execFile);

let dir: string;
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'modu-file-'))));
afterEach(() => rm(dir, { recursive: true }));

describe('a file of facts', () => {
  it('is replaced as a whole, or written once', async () => {
    const file = join(dir, 'facts.json');
    writeJson(file, { n: 1 });
    writeJson(file, { n: 2 });
    writeJsonOnce(file, { n: 3 });

    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ n: 2 });
    expect(await readdir(dir)).toEqual(['facts.json']);
  });

  it.runIf(process.platform === 'linux')('that finds no room leaves nothing behind', async () => {
    const write = `import(${JSON.stringify(MODULE)}).then(({ writeJson }) => writeJson(${JSON.stringify(join(dir, 'facts.json'))}, { n: 1 }))`;
    // No file of this process may grow: as on a full disk, it can be made and not written.
    const limited = `trap '' XFSZ; ulimit -f 0; exec "$0" --eval "$1"`;

    await expect(run('bash', ['-c', limited, process.execPath, write])).rejects.toMatchObject({
      stderr: expect.stringContaining('EFBIG') as string,
    });

    expect(await readdir(dir)).toEqual([]);
  });
});
