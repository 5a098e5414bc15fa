import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, takeOrder, tellEnd } from '../src/inside.ts';

interface Order {
  readonly deed: 'count' | 'sleep' | 'hoard' | 'die' | 'write';
  readonly folder?: string;
}

const { deed, folder = '' } = await takeOrder<Order>();
const attempt = (path: string) => {
  try {
    writeFileSync(path, 'x');
    return 'written';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};
if (deed === 'count') for (let at = 1; at <= 3; at++) await ask(at);
if (deed === 'sleep') await new Promise((resolve) => setTimeout(resolve, 60_000));
if (deed === 'die') process.exit(3);
if (deed === 'hoard') for (const kept: Buffer[] = []; ;) await ask(kept.push(Buffer.alloc(20 * 1_048_576, 1)));
if (deed === 'write') await ask([attempt(join(folder, 'inside')), attempt(join(folder, '..', 'outside')), process.env]);
await tellEnd();
