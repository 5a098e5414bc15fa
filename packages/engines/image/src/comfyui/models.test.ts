import { describe, expect, it } from 'vitest';
import { createEnginesElsewhere } from '../../testing/engines-elsewhere.ts';

const { openComfy } = createEnginesElsewhere();

async function offered(options: Parameters<typeof openComfy>[0]) {
  const { engine } = await openComfy(options);
  const models = (await engine.discover?.(AbortSignal.timeout(5_000))) ?? [];
  return models.map(({ name, tasks }) => [name, tasks.includes('UPSCALE')]);
}

describe.each([
  ['of today', false],
  ['whose nodes are all of the older kind', true],
])('A ComfyUI %s', (_, old) => {
  it('offers its checkpoints, and to enlarge with the upscaler that is installed', async () => {
    expect(await offered({ old })).toEqual([
      ['dreamshaper_8', true],
      ['juggernaut-XL', true],
    ]);
  });

  it('does not offer to enlarge when it has no upscaler', async () => {
    expect(await offered({ old, upscalers: [] })).toEqual([
      ['dreamshaper_8', false],
      ['juggernaut-XL', false],
    ]);
  });
});
