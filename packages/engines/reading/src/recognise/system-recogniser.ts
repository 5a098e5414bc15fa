import { spawn, spawnSync } from 'node:child_process';
import { boundedCommand } from '@modu/confined';
import { ReadingError } from '../reading-error.ts';
import { parseTsv } from './parse-tsv.ts';
import { lookTwice } from './recogniser.ts';
import type { Recogniser } from './recogniser.ts';

const MODES = { COLUMNS: '3', BLOCK: '6' } as const;
/** Its threads wait for one another more than they work. */
const ONE_THREAD = ['OMP_THREAD_LIMIT=1'];
const TIMEOUT_MS = 60_000;
const OUTPUT_CHARS_MAX = 20_000_000;
const LOOK_TIMEOUT_MS = 3_000;

/** Whether the machine has a tesseract with both of our languages. */
export function hasSystemTesseract(program = 'tesseract'): boolean {
  const { stdout, status } = spawnSync('env', [...ONE_THREAD, program, '--list-langs'], {
    encoding: 'utf8',
    timeout: LOOK_TIMEOUT_MS,
  });
  const languages = new Set(String(stdout ?? '').split(/\s+/));
  return status === 0 && languages.has('eng') && languages.has('kor');
}

/** The machine's own tesseract: a process for each page, on one core. */
export function createSystemRecogniser(program = 'tesseract'): Recogniser {
  return {
    recognise: (png, letters) =>
      lookTwice(async (mode) =>
        parseTsv(await run(program, ['-', '-', '-l', letters, '--psm', MODES[mode], '--dpi', '200', 'tsv'], png)),
      ),
    close: () => Promise.resolve(),
  };
}

function run(program: string, args: readonly string[], input: Uint8Array): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const [command, words] = boundedCommand(TIMEOUT_MS / 1000, 'env', [...ONE_THREAD, program, ...args]);
  const child = spawn(command, words, {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (output.length > OUTPUT_CHARS_MAX) child.kill('SIGKILL');
  });
  // A program that ends early takes no more; its end says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  child.on('error', (cause) => reject(new ReadingError('CRASHED', 'tesseract did not start.', { cause })));
  child.on('close', (code, how) => {
    if (code === 0) resolve(output);
    else reject(new ReadingError(how ? 'TIMED_OUT' : 'CRASHED', `tesseract ended: ${code ?? how}`));
  });
  return promise;
}
