import type { AudioFormat } from '../contract.ts';
import { createWav } from './wav.ts';

/** Writes sound of one channel as it comes. What is returned is the caller's. */
export interface Encoder {
  encode(samples: Int16Array): Promise<Uint8Array>;
  /** `head` goes before everything that was returned. */
  finish(): Promise<{ readonly tail: Uint8Array; readonly head?: Uint8Array }>;
}

/** Opens an encoder for sound of a rate; the others are not loaded. */
export async function createEncoder(format: AudioFormat, sampleRate: number): Promise<Encoder> {
  if (format === 'MP3') return (await import('./mp3.ts')).createMp3(sampleRate);
  return format === 'OPUS' ? (await import('./opus.ts')).createOpus(sampleRate) : createWav(sampleRate);
}
