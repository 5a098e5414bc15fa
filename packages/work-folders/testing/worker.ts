import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { makeWorkFolder } from '../src/index.ts';

// A process that works on a file until it is killed.

const folder = await makeWorkFolder('recording', { parent: process.argv[2] ?? '' });
writeFileSync(join(folder.path, 'sound.pcm'), 'a second of it');
process.send?.(folder.path);
setInterval(() => undefined, 1_000);
