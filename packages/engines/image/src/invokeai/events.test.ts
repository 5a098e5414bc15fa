import { expect, it } from 'vitest';
import { createEnginesElsewhere } from '../../testing/engines-elsewhere.ts';
import type { ImageProgress, ImageRequest } from '../contract.ts';

const { openInvoke } = createEnginesElsewhere();
const request: ImageRequest = { prompt: 'a lake', width: 256, height: 256, seed: 1, steps: 8, task: 'TEXT_TO_IMAGE' };

it.each([
  ['at the root', ''],
  ['under a path', '/invoke'],
  ['under a longer path', '/studio/invoke'],
])('An InvokeAI that is served %s is heard', async (_, base) => {
  const { server, engine } = await openInvoke({ base });
  server.manners.stepMs = 40;
  const seen: ImageProgress[] = [];

  expect(await engine.run(request, { onProgress: (progress) => seen.push(progress) })).toMatchObject({ width: 256 });

  expect(seen.length).toBeGreaterThan(1);
});
