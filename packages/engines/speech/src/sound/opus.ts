import { EncodedAudioPacketSource, EncodedPacket, OggOutputFormat, Output, StreamTarget } from 'mediabunny';
import OpusScript from 'opusscript';
import type { Encoder } from './encoder.ts';
import { createResampler } from './resample.ts';

/** What the times of a stream are counted in, whatever rate it was encoded at. */
const STREAM_RATE = 48_000;
const ENCODER_RATES = [8_000, 12_000, 16_000, 24_000, 48_000] as const;
const BITS_PER_SECOND = 32_000;
const FRAME_SECONDS = 0.02;
/** What the encoder looks ahead, in samples of the stream, which players leave out again. */
const PRE_SKIP = 312;
/** OPUS_APPLICATION_AUDIO: at this bit rate it keeps to the sound as it is, in well under half the time that its model of a voice takes. */
const APPLICATION = 2049;
/** OPUS_SET_COMPLEXITY, of 10. */
const [SET_COMPLEXITY, COMPLEXITY] = [4010, 5];

/** The lowest rate at which nothing of a sound is lost. */
const encoderRateOf = (sampleRate: number) => ENCODER_RATES.find((rate) => rate >= sampleRate) ?? STREAM_RATE;

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

/** Opus in Ogg: frames of 20 ms. */
export async function createOpus(sampleRate: number): Promise<Encoder> {
  const rate = encoderRateOf(sampleRate);
  const frame = rate * FRAME_SECONDS;
  const preSkip = (PRE_SKIP * rate) / STREAM_RATE;
  const opus = new OpusScript(rate, 1, APPLICATION);
  opus.setBitrate(BITS_PER_SECOND);
  opus.encoderCTL(SET_COMPLEXITY, COMPLEXITY);
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
  const resampler = createResampler(sampleRate, rate);
  const decoderConfig = {
    codec: 'opus',
    sampleRate: STREAM_RATE,
    numberOfChannels: 1,
    description: opusHead(sampleRate),
  };
  let rest = new Int16Array();
  let frames = 0;
  const write = async (samples: Int16Array) => {
    const whole = new Int16Array(rest.length + samples.length);
    whole.set(rest);
    whole.set(samples, rest.length);
    let at = 0;
    for (; at + frame <= whole.length; at += frame) {
      const packet = opus.encode(Buffer.from(whole.buffer, at * 2, frame * 2), frame);
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
      await write(new Int16Array(frame - (rest.length % frame) + (rest.length + preSkip > frame ? frame : 0)));
      await output.finalize();
      opus.delete();
      return { tail: take() };
    },
  };
}
