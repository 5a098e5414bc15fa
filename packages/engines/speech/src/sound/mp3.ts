import { createMp3Encoder } from 'wasm-media-encoders';
import type { Encoder } from './encoder.ts';

/** Constant, so that players know at once how long a file is and where a moment lies. */
const KILOBITS = 64;
const SCALE = 32_768;

export async function createMp3(sampleRate: number): Promise<Encoder> {
  const lame = await createMp3Encoder();
  lame.configure({ sampleRate: sampleRate as 22050, channels: 1, bitrate: KILOBITS });
  return {
    encode: (samples) => {
      const levels = Float32Array.from(samples, (sample) => sample / SCALE);
      // What LAME returns lies in its own memory.
      return Promise.resolve(lame.encode([levels]).slice());
    },
    finish: () => Promise.resolve({ tail: lame.finalize().slice() }),
  };
}
