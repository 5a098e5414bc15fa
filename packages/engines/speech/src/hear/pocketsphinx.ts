import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { boundedCommand, watchMemory } from '@modu/confined';
import { inWorkFolder } from '@modu/work-folders';
import { toWav } from '../sound/wav.ts';
import { SpeechError } from '../speech-error.ts';
import { HEARING_RATE } from './contract.ts';
import type { Ear, HeardSegment, HeardWord, Utterance } from './contract.ts';

const PROGRAM = 'pocketsphinx_batch';
const MODEL = '/usr/share/pocketsphinx/model/en-us';
const MEMORY_BYTES_MAX = 1024 * 1_048_576;
const BATCH_MS = 60_000;
/** It hears some eight times as fast as one speaks; this is for a machine that is busy. */
const TIMEOUT_MS = 300_000;

/** How pocketsphinx is installed. */
export const POCKETSPHINX_COMMAND = 'apt-get install pocketsphinx pocketsphinx-en-us';

/** The program in one of the folders of a `PATH` and its English model, when both are installed. */
export function findPocketsphinx(path: string, { memoryBytesMax = MEMORY_BYTES_MAX } = {}): Ear | undefined {
  const program = path
    .split(delimiter)
    .map((folder) => join(folder, PROGRAM))
    .find(isExecutable);
  if (!program || !existsSync(join(MODEL, 'en-us'))) return undefined;
  return {
    transcriber: {
      ...{ id: 'pocketsphinx', name: 'PocketSphinx', engine: 'POCKETSPHINX' },
      ...{ languages: ['en'], licence: 'BSD-2-Clause' },
    },
    batchMsMax: BATCH_MS,
    listen: async (utterances, { signal, onHeard }) => {
      const heard = await inWorkFolder('ear', (folder) =>
        hear(program, { folder, utterances, signal, memoryBytesMax }),
      );
      await onHeard(heard, utterances.at(-1)?.endMs ?? 0);
    },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

interface Order {
  readonly folder: string;
  readonly utterances: readonly Utterance[];
  readonly signal: AbortSignal;
  readonly memoryBytesMax: number;
}

async function hear(program: string, order: Order): Promise<HeardSegment[]> {
  const { folder, utterances } = order;
  const names = utterances.map((_, at) => `u${String(at).padStart(4, '0')}`);
  for (const [at, { samples }] of utterances.entries())
    await writeFile(join(folder, `${names[at]}.wav`), toWav({ samples, sampleRate: HEARING_RATE }));
  await writeFile(join(folder, 'list'), `${names.join('\n')}\n`);
  await run(program, order);
  const words = parseCtm(await readFile(join(folder, 'words.ctm'), 'utf8'));
  return utterances.flatMap(({ startMs }, at) => {
    const heard = (words.get(names[at] ?? '') ?? []).map((word) => ({
      ...word,
      ...{ startMs: word.startMs + startMs, endMs: word.endMs + startMs },
    }));
    const [first, last] = [heard[0], heard.at(-1)];
    if (!first || !last) return [];
    const text = heard.map((word) => word.text).join(' ');
    return [{ startMs: first.startMs, endMs: last.endMs, text, words: heard, language: 'en' }];
  });
}

function run(program: string, { folder, signal, memoryBytesMax }: Order): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const [command, words] = boundedCommand(TIMEOUT_MS / 1000, program, [
    // Without `-remove_silence no` the moments of words are off by the silence that was removed.
    ...['-adcin', 'yes', '-adchdr', '44', '-cepext', '.wav', '-cepdir', folder, '-remove_silence', 'no'],
    ...['-hmm', join(MODEL, 'en-us'), '-lm', join(MODEL, 'en-us.lm.bin')],
    ...['-dict', join(MODEL, 'cmudict-en-us.dict'), '-ctl', join(folder, 'list')],
    ...['-ctm', join(folder, 'words.ctm'), '-hyp', join(folder, 'words.hyp'), '-logfn', '/dev/null'],
  ]);
  const options = {
    cwd: folder,
    env: {},
    stdio: 'ignore',
    signal,
    killSignal: 'SIGKILL',
    timeout: TIMEOUT_MS,
  } as const;
  const child = spawn(command, words, options);
  const guard = watchMemory(child, memoryBytesMax);
  child.on('error', (error) =>
    reject(signal.aborted ? (signal.reason as Error) : new SpeechError('CRASHED', String(error))),
  );
  child.on('exit', (code, how) => {
    if (code === 0) return resolve();
    // It would grow as large the next time.
    const killed = guard.isExceeded() ? 'TOO_LONG' : 'TIMED_OUT';
    reject(new SpeechError(how === 'SIGKILL' ? killed : 'CRASHED', `${PROGRAM} ended: ${code ?? how}`));
  });
  return promise.finally(() => guard.stop());
}

/** Lines as `u0001 1 0.37 0.47 committee 1.000`: utterance, channel, start, length, word, confidence. */
function parseCtm(ctm: string): Map<string, HeardWord[]> {
  const words = new Map<string, HeardWord[]>();
  for (const line of ctm.split('\n')) {
    const [name, , start, length, raw, sure] = line.trim().split(/\s+/u);
    // Alternates are `and(2)`; what is in brackets or pluses is no word.
    const text = raw?.replace(/\(\d+\)$/u, '') ?? '';
    if (!name || /^[<[+]/u.test(text) || text === '') continue;
    const startMs = Math.round(Number(start) * 1000);
    const word = { text, startMs, endMs: startMs + Math.round(Number(length) * 1000) };
    words.set(name, [...(words.get(name) ?? []), { ...word, confidence: Math.max(0, Math.min(1, Number(sure))) }]);
  }
  return words;
}
