import { expect, it, vi } from 'vitest';
import { createEnginesElsewhere } from '../../testing/engines-elsewhere.ts';
import type { ImageRequest } from '../contract.ts';

const { openInvoke } = createEnginesElsewhere();
const request: ImageRequest = { prompt: 'a lake', width: 256, height: 256, seed: 1, steps: 4, task: 'TEXT_TO_IMAGE' };

it('A picture that waits at InvokeAI is not said to have begun while pictures that came later go first', async () => {
  const { server, engine } = await openInvoke();
  Object.assign(server.manners, { othersWaiting: 3, othersJump: true, othersStay: true });
  const places: number[] = [];
  const run = engine.run(request, { onWaiting: (ahead) => places.push(ahead) });
  const asked = () => server.traffic().paths.filter((path) => path.endsWith('/status')).length;
  await vi.waitFor(() => expect(asked()).toBeGreaterThan(3), { timeout: 10_000 });
  expect(places).toEqual([3]);

  server.letOthersPass(3);
  server.manners.othersStay = false;

  expect(await run).toMatchObject({ width: 256 });
  expect(places.at(-1)).toBe(0);
});
