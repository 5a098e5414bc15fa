import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import type { Sound, SpokenWord } from '../contract.ts';
import { createEncoder } from '../sound/encoder.ts';
import type { Encoder } from '../sound/encoder.ts';
import { voicedSpans } from '../sound/voiced.ts';
import { SpeechError } from '../speech-error.ts';
import { piecesOf } from '../text/pieces.ts';
import { tokensOf } from '../text/tokens.ts';
import { fromVoice } from '../text/word-times.ts';
import type { ChildOrder, SayPiece, SpeakNews } from './messages.ts';

// A process of its own for one text: piece by piece it is said, encoded and told, so that memory does not grow with the text.

const tell = <Answer = unknown>(news: SpeakNews): Promise<Answer> => ask<Answer>(news);

async function openMaker({ maker, ...manner }: ChildOrder): Promise<SayPiece> {
  if (maker.by === 'ESPEAK_NG') return (await import('./espeak.ts')).openEspeak(maker.voice, manner);
  if (maker.by === 'FLITE') return (await import('./flite.ts')).openFlite(maker.voice, maker.folder, manner);
  if (maker.by === 'ONNX') return (await import('./onnx.ts')).openOnnx(maker, manner);
  return async (text) => {
    const sound = await tell<Sound>({ tell: 'PIECE', text });
    return { ...sound, words: fromVoice(text, tokensOf(text, manner.language), voicedSpans(sound)) };
  };
}

const msOf = (samples: number, sampleRate: number): number => (samples / sampleRate) * 1000;

async function speak(order: ChildOrder): Promise<void> {
  const say = await openMaker(order);
  let encoder: Encoder | undefined;
  let [sampleRate, said] = [0, 0];
  let isSilent = true;
  for (const { text, start, pauseMs } of piecesOf(order.text, {
    language: order.language,
    charsMax: order.pieceCharsMax,
    bySentence: order.maker.by === 'ONNX',
  })) {
    const sound = await say(text);
    if (encoder === undefined) {
      sampleRate = sound.sampleRate;
      encoder = await createEncoder(order.format, sampleRate);
    }
    if (sound.sampleRate !== sampleRate) throw new SpeechError('CRASHED', 'The voice changed its sample rate.');
    const offsetMs = msOf(said, sampleRate);
    const words = (sound.words ?? []).map((word) => place(word, start, offsetMs));
    const pause = new Int16Array(Math.round((sampleRate * pauseMs) / 1000));
    const bytes = [await encoder.encode(sound.samples), await encoder.encode(pause)];
    said += sound.samples.length + pause.length;
    // Pauses alone are nothing that anybody asked for.
    isSilent &&= sound.samples.length === 0;
    await tell({ tell: 'SOUND', bytes: Buffer.concat(bytes), saidChars: start + text.length, words });
  }
  if (!encoder || isSilent) throw new SpeechError('NO_WORDS', 'There is nothing to say.');
  await tell({ tell: 'DONE', durationMs: Math.round(msOf(said, sampleRate)), ...(await encoder.finish()) });
}

const place = ({ start, end, startMs, endMs }: SpokenWord, by: number, byMs: number): SpokenWord => ({
  start: start + by,
  end: end + by,
  startMs: Math.round(startMs + byMs),
  endMs: Math.round(endMs + byMs),
});

const toNews = (error: unknown): SpeakNews =>
  error instanceof SpeechError
    ? { tell: 'FAILED', code: error.code, message: error.message }
    : { tell: 'FAILED', code: 'CRASHED', message: String(error).slice(0, 500) };

await speak(await takeOrder<ChildOrder>()).catch((error: unknown) => tell(toNews(error)));
await tellEnd();
