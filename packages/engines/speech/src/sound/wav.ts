import type { Sound } from '../contract.ts';
import type { Encoder } from './encoder.ts';

const HEAD_BYTES = 44;

/** The head of a WAV file of one channel and 16 bits. */
export function wavHead(sampleRate: number, dataBytes: number): Uint8Array {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(HEAD_BYTES - 8 + dataBytes, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(sampleRate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(dataBytes, 40);
  return head;
}

const bytesOf = (samples: Int16Array): Uint8Array =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength).slice();

export function createWav(sampleRate: number): Encoder {
  let dataBytes = 0;
  return {
    encode: (samples) => {
      dataBytes += samples.byteLength;
      return Promise.resolve(bytesOf(samples));
    },
    finish: () => Promise.resolve({ tail: new Uint8Array(), head: wavHead(sampleRate, dataBytes) }),
  };
}

/** A whole WAV file. */
export const toWav = ({ samples, sampleRate }: Sound): Uint8Array =>
  Buffer.concat([wavHead(sampleRate, samples.byteLength), bytesOf(samples)]);

/** Reads a WAV file of 16 bits, mixed to one channel. Servers that stream write no length; then it reaches to the end. Undefined when it is none. */
export function fromWav(bytes: Uint8Array): Sound | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < HEAD_BYTES || view.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  let format: { channels: number; sampleRate: number } | undefined;
  for (let at = 12; at + 8 <= view.length;) {
    const name = view.toString('latin1', at, at + 4);
    const size = Math.min(view.readUInt32LE(at + 4), view.length - at - 8);
    if (name === 'fmt ' && size >= 16) {
      if (view.readUInt16LE(at + 22) !== 16) return undefined;
      format = { channels: view.readUInt16LE(at + 10), sampleRate: view.readUInt32LE(at + 12) };
    }
    if (name === 'data') return format && mixed(view.subarray(at + 8, at + 8 + size), format);
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function mixed(data: Buffer, { channels, sampleRate }: { channels: number; sampleRate: number }): Sound | undefined {
  if (channels < 1 || sampleRate < 1) return undefined;
  const samples = new Int16Array(Math.floor(data.length / 2 / channels));
  for (let at = 0; at < samples.length; at++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += data.readInt16LE((at * channels + channel) * 2);
    samples[at] = Math.round(sum / channels);
  }
  return { samples, sampleRate };
}
