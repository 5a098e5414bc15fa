import { z } from 'zod';
import { EngineError } from '../engine-error.ts';
import type { Http } from '../remote/http.ts';
import type { WaitingTrack } from '../remote/waiting-track.ts';
import { OUTPUT_NODE } from './graph.ts';

const picture = z.object({ filename: z.string(), subfolder: z.string(), type: z.string() });
export type ComfyPicture = z.output<typeof picture>;

const history = z.record(
  z.string(),
  z.object({
    outputs: z.record(z.string(), z.object({ images: z.array(picture).optional() })),
    status: z.object({ status_str: z.string() }).optional(),
  }),
);
const job = z.object({ status: z.string(), priority: z.number().optional() });
const jobs = z.object({ jobs: z.array(job) });
const remaining = z.object({ exec_info: z.object({ queue_remaining: z.number() }) });

/** A search through a long queue must not keep us from seeing the end of the picture for longer. */
const SEARCH_TIMEOUT_MS = 15_000;

interface Following {
  readonly http: Http;
  readonly promptId: string;
  readonly waiting: WaitingTrack;
  readonly signal: AbortSignal | undefined;
  /** A server that can't be asked for one job is asked for its whole queue, at most this often. */
  readonly searchMs: number;
}

/** How many pictures wait and run there. */
export async function countQueue(http: Http, signal: AbortSignal | undefined): Promise<number> {
  return (await http.json('/prompt', remaining, { signal })).exec_info.queue_remaining;
}

const lost = () => new EngineError('FAILED', 'ComfyUI has lost this picture; it was probably restarted.');

/** The picture of a prompt that has ended; undefined when it has not. */
async function findEnd({ http, promptId, signal }: Following): Promise<ComfyPicture | undefined> {
  const done = (await http.json(`/history/${promptId}`, history, { signal }))[promptId];
  if (!done) return undefined;
  if (done.status && done.status.status_str !== 'success')
    throw new EngineError('FAILED', `ComfyUI ended with "${done.status.status_str}".`);
  const [image] = done.outputs[OUTPUT_NODE]?.images ?? [];
  if (image) return image;
  throw new EngineError('FAILED', 'ComfyUI ended without a picture.');
}

/** Numbers are given in order, so that there are at most as many before us as lie between the one that runs and ours. */
async function sayPlace({ http, waiting, signal }: Following, own: number | undefined): Promise<void> {
  const count = await countQueue(http, signal).catch(() => undefined);
  const first = await http.find('/api/jobs?status=in_progress&limit=1', jobs, { signal }).catch(() => undefined);
  const running = first?.jobs[0]?.priority;
  waiting.say(
    count === undefined ? undefined : count - 1,
    own === undefined || running === undefined ? undefined : own - running,
  );
}

/**
 * How to ask for the outcome of a prompt: undefined as long as it waits or runs. No answer grows with the queue, except on servers
 * without `/api/jobs`, where the queue is searched now and then. The queue is in memory there: a restart loses what waited.
 */
export function openOutcome(following: Following): () => Promise<ComfyPicture | undefined> {
  const { http, promptId, waiting, signal, searchMs } = following;
  let knowsJobs = false;
  let searchAtMs = performance.now() + searchMs;

  const isQueued = async (): Promise<boolean> => {
    if (performance.now() < searchAtMs) return true;
    searchAtMs = performance.now() + searchMs;
    // A search that does not come to its end tells nothing.
    return http.holds('/queue', promptId, { timeoutMs: SEARCH_TIMEOUT_MS, signal }).catch(() => true);
  };
  return async () => {
    const ended = await findEnd(following);
    if (ended) return ended;
    const found = await http.find(`/api/jobs/${promptId}`, job, { signal });
    knowsJobs ||= found !== undefined;
    if (found?.status === 'in_progress') return void waiting.say(0);
    if (found?.status === 'pending') return void (await sayPlace(following, found.priority));
    if (!knowsJobs && (await isQueued())) return void (await sayPlace(following, undefined));
    // It may have ended between the questions.
    const late = await findEnd(following);
    if (late) return late;
    throw lost();
  };
}
