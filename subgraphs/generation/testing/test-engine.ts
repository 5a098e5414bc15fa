import { setTimeout as delay } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import { EngineError } from '@modu/engine-image';
import type { EngineModel, ImageEngine, ImageRequest, ImageResult, ImageRunOptions } from '@modu/engine-image';

interface TestEngineOptions {
  readonly stepMs?: number;
}

const MODEL: EngineModel = {
  id: 'sketch-1',
  name: 'Sketch',
  description: 'One colour, for tests.',
  neural: false,
  tasks: ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'INPAINT', 'UPSCALE'],
  defaults: { width: 512, height: 512, steps: 20 },
  limits: {
    ...{ sidePixelsMin: 256, sidePixelsMax: 1_536, sideMultiplePixels: 8 },
    ...{ stepsMin: 1, stepsMax: 60, promptCharsMax: 2_000, negativePromptCharsMax: 2_000 },
    upscaledSidePixelsMax: 3_072,
  },
};

/**
 * `active`: how many runs are under way. A small engine that keeps to the contract: it paints one colour, the same for the same request. Its prompt tells it to
 * misbehave: `fail`, `refuse`, `hang`, `garbage`, `shrink`, `lie` (about its progress).
 */
export function createTestEngine({ stepMs = 1 }: TestEngineOptions = {}): ImageEngine & { active(): number } {
  let active = 0;
  return {
    id: 'test',
    name: 'Test painter',
    active: () => active,
    models: () => [MODEL],
    run: async (request, options = {}) => {
      active += 1;
      try {
        await misbehave(request.prompt);
        return await paint(request, { ...options, stepMs });
      } finally {
        active -= 1;
      }
    },
    close: () => Promise.resolve(),
  };
}

async function misbehave(prompt: string): Promise<void> {
  if (prompt === 'fail') throw new EngineError('FAILED', 'The brush broke.');
  if (prompt === 'refuse') throw new EngineError('INVALID_REQUEST', 'Not like this.');
  if (prompt === 'hang') await new Promise(() => undefined);
}

async function paint(
  { prompt, width, height, seed, steps, task, source, mask }: ImageRequest,
  { signal, onProgress, stepMs }: ImageRunOptions & { stepMs: number },
): Promise<ImageResult> {
  for (let step = 1; step <= steps; step++) {
    await delay(stepMs, undefined, signal ? { signal } : {});
    const etaMs = (steps - step) * stepMs;
    if (prompt === 'lie')
      onProgress?.({ step: steps + 5, stepsTotal: -1, progress: Number.NaN, etaMs: -1, preview: 'x'.repeat(9_000) });
    onProgress?.({ step, stepsTotal: steps, progress: step / steps, etaMs, preview: 'data:image/webp;base64,AAAA' });
  }
  const size = prompt === 'shrink' ? { width: width / 2, height } : { width, height };
  const bytes = prompt === 'garbage' ? new Uint8Array([1, 2, 3]) : png(size, crc32(`${prompt} ${seed}`));
  return {
    bytes,
    contentType: 'image/png',
    width,
    height,
    metadata: { engine: 'test', seed, task, sourceBytes: source?.length ?? 0, maskBytes: mask?.length ?? 0 },
  };
}

/** An 8-bit RGB PNG of one colour. */
function png({ width, height }: { width: number; height: number }, colour: number): Uint8Array {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) row.writeUIntBE(colour & 0xff_ff_ff, 1 + x * 3, 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
