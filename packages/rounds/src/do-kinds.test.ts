import { createLogger } from '@modu/logger';
import { expect, it } from 'vitest';
import { doKinds } from './index.ts';

function aLog() {
  const lines: string[] = [];
  const logger = createLogger({ level: 'error', destination: { write: (line: string) => void lines.push(line) } });
  return { lines, logger };
}

it('one kind that fails keeps none behind it from its turn, and is named in the log', async () => {
  const { lines, logger } = aLog();
  const kinds = {
    trash: () => Promise.resolve(3),
    counts: () => Promise.reject(new Error('the disk is full')),
    views: () => Promise.resolve(0),
    archives: () => Promise.resolve(1),
  };

  expect(await doKinds(kinds, { name: 'tidying pictures', logger })).toEqual({ trash: 3, archives: 1 });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    ...{ kind: 'counts', msg: 'tidying pictures failed; the next round tries again' },
    err: { message: 'the disk is full' },
  });
});

it('no other kind begins once the process is to stop, and what that broke off is no failure', async () => {
  const { lines, logger } = aLog();
  const stopping = new AbortController();
  const seen: string[] = [];
  const kinds = {
    trash: () => {
      seen.push('trash');
      stopping.abort();
      return Promise.reject(new Error('broken off'));
    },
    counts: () => Promise.resolve(void seen.push('counts')),
  };

  expect(await doKinds(kinds, { name: 'tidying', logger, signal: stopping.signal })).toEqual({});
  expect({ seen, lines }).toEqual({ seen: ['trash'], lines: [] });
});
