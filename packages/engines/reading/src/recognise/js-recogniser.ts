import type { ChildProcess } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startConfined, watchMemory } from '@modu/confined';
import { makeWorkFolder } from '@modu/work-folders';
import { ReadingError } from '../reading-error.ts';
import type { RecogniseNews, RecogniseOrder } from './child-main.ts';
import type { Recogniser } from './recogniser.ts';

const MAIN = new URL('child-main.ts', import.meta.url);
const MEMORY_BYTES_MAX = 1_024 * 1_048_576;
const TIMEOUT_MS = 60_000;
const LANGUAGES = ['eng', 'kor'];
const find = createRequire(import.meta.url).resolve;

interface Running {
  readonly child: ChildProcess;
  readonly dataPath: string;
  stop(): Promise<void>;
}

/** tesseract.js with the data of its packages, in a process of its own that starts with the first picture. */
export function createJsRecogniser(): Recogniser {
  let running: Promise<Running> | undefined;
  const stop = async () => {
    const old = running;
    running = undefined;
    await old?.then((one) => one.stop()).catch(() => undefined);
  };
  return {
    recognise: async (png, letters) => {
      running ??= start();
      const { child, dataPath } = await running;
      try {
        return await ask(child, { png, letters, dataPath });
      } catch (error) {
        // What it is in the middle of, nobody knows.
        await stop();
        throw error;
      }
    },
    close: stop,
  };
}

/** The packages have a folder for each language, tesseract wants one for all. */
async function start(): Promise<Running> {
  const { path: dataPath, remove } = await makeWorkFolder('letters');
  for (const language of LANGUAGES) {
    const home = dirname(find(`@tesseract.js-data/${language}/package.json`));
    const name = `${language}.traineddata.gz`;
    await copyFile(join(home, '4.0.0_best_int', name), join(dataPath, name));
  }
  const walls = { main: MAIN, memoryBytesMax: MEMORY_BYTES_MAX, reads: [dataPath], workers: true };
  const child = await startConfined(walls);
  // Nobody reads what it complains of.
  child.stderr?.resume();
  const guard = watchMemory(child, MEMORY_BYTES_MAX);
  return {
    child,
    dataPath,
    stop: async () => {
      guard.stop();
      child.kill('SIGKILL');
      await remove();
    },
  };
}

function ask(child: ChildProcess, order: RecogniseOrder) {
  const { promise, resolve, reject } = Promise.withResolvers<Extract<RecogniseNews, { lines: unknown }>['lines']>();
  const crash = (why: unknown) =>
    reject(new ReadingError('CRASHED', `The letters could not be looked for: ${String(why)}`));
  const onMessage = (news: unknown) => {
    const told = news as RecogniseNews;
    if ('lines' in told) resolve(told.lines);
    else crash(told.failed);
  };
  const onExit = (code: number | null) => crash(`it ended with ${code}`);
  const timer = setTimeout(
    () => reject(new ReadingError('TIMED_OUT', `A page took over ${TIMEOUT_MS} ms.`)),
    TIMEOUT_MS,
  );
  child.once('message', onMessage);
  child.once('exit', onExit);
  child.send(order, (error) => error && crash(error));
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage);
    child.off('exit', onExit);
  });
}
