import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { z } from 'zod';
import type { ImageEngine } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import { Bell, follow, unlessAborted } from '../remote/follow.ts';
import { openHttp } from '../remote/http.ts';
import type { Http } from '../remote/http.ts';
import { createRemoteEngine } from '../remote/remote-engine.ts';
import type { Order } from '../remote/remote-engine.ts';
import type { WaitingTrack } from '../remote/waiting-track.ts';
import { openInvokeSocket } from './events.ts';
import { invokeGraph, OUTPUT_NODE } from './graph.ts';
import { modelList, offerModels } from './models.ts';
import type { FoundModel } from './models.ts';

export interface InvokeOptions {
  readonly baseUrl: string;
  /** Of the account that does the work: progress is told to it alone. */
  readonly token?: string | undefined;
  readonly intervalMs?: number;
  readonly patienceMs?: number;
}

const QUEUE = 'default';
const QUEUE_PATH = `/api/v1/queue/${QUEUE}`;
const enqueued = z.object({ enqueued: z.number(), requested: z.number(), item_ids: z.array(z.number()) });
const uploaded = z.object({ image_name: z.string() });
const item = z.object({
  status: z.enum(['pending', 'in_progress', 'waiting', 'completed', 'failed', 'canceled']),
  error_type: z.string().nullish(),
  error_message: z.string().nullish(),
  session: z
    .object({
      results: z.record(
        z.string(),
        z.looseObject({ type: z.string(), image: z.object({ image_name: z.string() }).optional() }),
      ),
      prepared_source_mapping: z.record(z.string(), z.string()).default({}),
    })
    .nullish(),
});
const status = z.object({
  queue: z.object({ pending: z.number(), in_progress: z.number(), item_id: z.number().nullish() }),
});

interface Following {
  readonly itemId: number;
  readonly waiting: WaitingTrack;
  readonly signal: AbortSignal | undefined;
}

async function upload(http: Http, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)], { type: 'image/png' }), `modu-${randomUUID()}.png`);
  const path = '/api/v1/images/upload?image_category=user&is_intermediate=true';
  return (await http.json(path, uploaded, { method: 'POST', body: form, signal, timeoutMs: 60_000 })).image_name;
}

/** InvokeAI makes anew what is black. */
const inverted = (mask: Uint8Array) => sharp(mask).negate().png().toBuffer();

async function enqueue(http: Http, order: Order<FoundModel>): Promise<number> {
  const { request, found, prepared, signal } = order;
  const source = prepared.source && (await upload(http, prepared.source, signal));
  const mask = prepared.mask && (await upload(http, await inverted(prepared.mask), signal));
  const { width, height } = prepared;
  const names = { ...(source ? { source } : {}), ...(mask ? { mask } : {}) };
  const graph = invokeGraph({ id: randomUUID(), request, found, width, height, ...names });
  const body = { batch: { graph, runs: 1, origin: 'modu', destination: 'modu' }, prepend: false };
  // Without the signal: who stops listening here would never learn what to cancel.
  const { item_ids } = await http.json(`${QUEUE_PATH}/enqueue_batch`, enqueued, { method: 'POST', body });
  const [id] = item_ids;
  // A full queue does not refuse: it takes fewer than it was given.
  if (id === undefined) throw new EngineError('BUSY', 'InvokeAI’s queue is full.', { isAway: true });
  return id;
}

/**
 * Items are made in the order of their ids, unless somebody goes first: there are at most as many before us as lie between. When one
 * that came later is made before ours, ids tell nothing, least of all that ours has begun.
 */
async function sayPlace(http: Http, { itemId, waiting, signal }: Following): Promise<void> {
  const told = await http.json(`${QUEUE_PATH}/status`, status, { signal }).catch(() => undefined);
  if (!told) return;
  const { pending, in_progress, item_id: current } = told.queue;
  const between = typeof current === 'number' && current <= itemId ? itemId - current : undefined;
  waiting.say(pending + in_progress - 1, between);
}

/** The name of the finished picture; undefined while it is made. */
async function ask(http: Http, following: Following): Promise<string | undefined> {
  const { itemId, waiting, signal } = following;
  const found = await http.find(`${QUEUE_PATH}/i/${itemId}`, item, { signal });
  if (!found) throw new EngineError('FAILED', 'InvokeAI has lost this picture.');
  if (found.status === 'pending') await sayPlace(http, following);
  if (found.status === 'in_progress') waiting.say(0);
  if (found.status === 'failed')
    throw new EngineError('FAILED', `InvokeAI: ${found.error_type ?? ''} ${found.error_message ?? ''}`);
  // Nobody of ours cancels and then asks: a restart cancels what was running.
  if (found.status === 'canceled')
    throw new EngineError('FAILED', 'InvokeAI stopped this picture; it was probably restarted.');
  if (found.status !== 'completed') return undefined;
  const { results = {}, prepared_source_mapping: sources = {} } = found.session ?? {};
  const own = Object.entries(results).find(([id]) => sources[id] === OUTPUT_NODE) ?? Object.entries(results).at(-1);
  const name = own?.[1].image?.image_name;
  if (!name) throw new EngineError('FAILED', 'InvokeAI ended without a picture.');
  return name;
}

async function make(http: Http, options: InvokeOptions, order: Order<FoundModel>) {
  const { track, waiting, signal, found } = order;
  const bell = new Bell();
  const socket = openInvokeSocket({ baseUrl: options.baseUrl, token: options.token, queueId: QUEUE, bell });
  const enqueuing = enqueue(http, order);
  try {
    const id = await unlessAborted(enqueuing, signal);
    socket.follow(id, track);
    const { intervalMs = 1_000, patienceMs = 30_000 } = options;
    const following = { itemId: id, waiting, signal };
    const name = await follow({ ask: () => ask(http, following), bell, signal, intervalMs, patienceMs });
    const bytes = await http.bytes(`/api/v1/images/i/${encodeURIComponent(name)}/full`, { timeoutMs: 60_000, signal });
    return { bytes, metadata: { backend: 'InvokeAI', remoteModel: found.main.name, itemId: id } };
  } catch (error) {
    // Nobody waits for the answer: what is not stopped ends by itself, and its picture is not fetched.
    void enqueuing.then((id) => http.bytes(`${QUEUE_PATH}/i/${id}/cancel`, { method: 'PUT' })).catch(() => undefined);
    throw error;
  } finally {
    socket.close();
  }
}

/** An InvokeAI server as an engine: its SD 1.5, SDXL and FLUX models, its upscaler when one is installed. */
export function createInvokeEngine(options: InvokeOptions): ImageEngine {
  const http = openHttp(options.baseUrl, options.token ? { authorization: `Bearer ${options.token}` } : {});
  return createRemoteEngine<FoundModel>({
    ...{ id: 'invokeai', name: 'InvokeAI' },
    discover: async (signal) => offerModels((await http.json('/api/v2/models/', modelList, { signal })).models),
    load: async (signal) => {
      const { pending, in_progress } = (await http.json(`${QUEUE_PATH}/status`, status, { signal })).queue;
      return pending + in_progress;
    },
    make: (order) => make(http, options, order),
  });
}
