import { EncodedAudioPacketSource, EncodedPacket, OggOutputFormat, Output, StreamTarget } from 'mediabunny';
import OpusScript from 'opusscript';
import type { Encoder } from './encoder.ts';
import { createResampler } from './resample.ts';

const RATE = 48_000;
const FRAME = 960;
const BITS_PER_SECOND = 32_000;
const FRAME_SECONDS = FRAME / RATE;
/** What the encoder looks ahead, which players leave out again. */
const PRE_SKIP = 312;

/** The head of an Opus stream (RFC 7845 §5.1) of one channel. */
function opusHead(inputRate: number): Uint8Array {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9);
  head.writeUInt16LE(PRE_SKIP, 10);
  head.writeUInt32LE(inputRate, 12);
  return head;
}

/** Opus in Ogg: frames of 20 ms at 48 kHz. */
export async function createOpus(sampleRate: number): Promise<Encoder> {
  const opus = new OpusScript(RATE, 1, 2048);
  opus.setBitrate(BITS_PER_SECOND);
  let written: Uint8Array[] = [];
  const take = () => {
    const bytes = Buffer.concat(written);
    written = [];
    return bytes;
  };
  const writable = new WritableStream<{ data: Uint8Array }>({ write: ({ data }) => void written.push(data.slice()) });
  const output = new Output({ format: new OggOutputFormat(), target: new StreamTarget(writable) });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  const resampler = createResampler(sampleRate, RATE);
  const decoderConfig = { codec: 'opus', sampleRate: RATE, numberOfChannels: 1, description: opusHead(sampleRate) };
  let rest = new Int16Array();
  let frames = 0;
  const write = async (samples: Int16Array) => {
    const whole = new Int16Array(rest.length + samples.length);
    whole.set(rest);
    whole.set(samples, rest.length);
    let at = 0;
    for (; at + FRAME <= whole.length; at += FRAME) {
      const packet = opus.encode(Buffer.from(whole.buffer, at * 2, FRAME * 2), FRAME);
      const encoded = new EncodedPacket(Uint8Array.from(packet), 'key', frames * FRAME_SECONDS, FRAME_SECONDS);
      await source.add(encoded, frames === 0 ? { decoderConfig } : undefined);
      frames += 1;
    }
    rest = whole.slice(at);
  };
  return {
    encode: async (samples) => {
      await write(resampler.push(samples));
      return take();
    },
    finish: async () => {
      await write(resampler.flush());
      // The last frame is filled up, with room for what the encoder is behind.
      await write(new Int16Array(FRAME - (rest.length % FRAME) + (rest.length + PRE_SKIP > FRAME ? FRAME : 0)));
      await output.finalize();
      opus.delete();
      return { tail: take() };
    },
  };
}
