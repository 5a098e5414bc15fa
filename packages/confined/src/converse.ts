import type { ChildProcess } from 'node:child_process';
import { ConfinedError } from './confined-error.ts';
import { END } from './end.ts';
import { watchMemory } from './memory-watch.ts';
import { startConfined } from './start-confined.ts';
import type { Walls } from './start-confined.ts';

export interface Confinement extends Walls {
  /** Between two news: what takes longer never ends. */
  readonly stepTimeoutMs: number;
}

export interface Talk<News> {
  /** What is to be done, or a promise of it: the process starts meanwhile. */
  readonly order: unknown;
  readonly signal: AbortSignal;
  /** The process, where one was started within these walls before; it has heard nothing yet. It ends with the conversation. */
  readonly child?: ChildProcess;
  /** What it goes on with; the next news are told when the promise resolves. */
  answer(news: News): Promise<unknown>;
}

const STDERR_CHARS_MAX = 2_000;

/** Has work done in a process of its own. Rejects with the signal's reason when it aborts, with what `answer` throws or `order` does, or with a ConfinedError. */
export async function converse<News>(confinement: Confinement, talk: Talk<News>): Promise<void> {
  const order = Promise.resolve(talk.order);
  // Whoever follows hears of it; it may fail before anyone does.
  order.catch(() => undefined);
  if (!talk.child) talk.signal.throwIfAborted();
  const child = talk.child ?? (await startConfined(confinement));
  const guard = watchMemory(child, confinement.memoryBytesMax);
  try {
    talk.signal.throwIfAborted();
    await follow(child, confinement.stepTimeoutMs, { ...talk, order });
  } catch (error) {
    if (talk.signal.aborted) throw talk.signal.reason;
    throw guard.isExceeded() ? new ConfinedError('TOO_LARGE', 'It needs too much memory.', { cause: error }) : error;
  } finally {
    guard.stop();
    child.kill('SIGKILL');
  }
}

function follow<News>(
  child: ChildProcess,
  stepTimeoutMs: number,
  { order, signal, answer }: Talk<News> & { readonly order: Promise<unknown> },
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let complaint = '';
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const late = () => reject(new ConfinedError('TIMED_OUT', `A step took over ${stepTimeoutMs} ms.`));
  const wait = () => {
    clearTimeout(timer);
    // An answer may come when nobody waits for it any more.
    if (!isOver) timer = setTimeout(late, stepTimeoutMs);
  };
  const say = (reply: unknown) => {
    wait();
    if (child.connected) child.send({ reply }, (error) => error && reject(error));
  };
  const onNews = async (news: unknown) => {
    clearTimeout(timer);
    if (news === END) return resolve();
    say(await answer(news as News));
  };
  const onAbort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  child.stderr?.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-STDERR_CHARS_MAX)));
  child.on('message', (news) => void onNews(news).catch(reject));
  child.on('error', reject);
  child.on('exit', (code, how) => {
    const kind = /heap out of memory/.test(complaint) ? 'TOO_LARGE' : 'CRASHED';
    reject(new ConfinedError(kind, `The process ended: ${code ?? how} ${complaint}`));
  });
  void order.then(say).catch(reject);
  return promise.finally(() => {
    isOver = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}
