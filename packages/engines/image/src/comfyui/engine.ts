import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ImageEngine } from '../contract.ts';
import { Bell, follow, unlessAborted } from '../remote/follow.ts';
import { openHttp } from '../remote/http.ts';
import type { Http } from '../remote/http.ts';
import { createRemoteEngine } from '../remote/remote-engine.ts';
import type { Order } from '../remote/remote-engine.ts';
import { cancelPrompt } from './cancel.ts';
import { listenToComfy } from './events.ts';
import { comfyGraph } from './graph.ts';
import type { ComfyGraph } from './graph.ts';
import { discoverCheckpoints } from './models.ts';
import type { FoundCheckpoint } from './models.ts';
import { countQueue, openOutcome } from './outcome.ts';

export interface ComfyOptions {
  readonly baseUrl: string;
  /** How often the outcome is asked for when no event comes. */
  readonly intervalMs?: number;
  /** How long the backend may be away before a run is given up. */
  readonly patienceMs?: number;
  /** How often the whole queue is searched for what was ordered, on servers that can't be asked for one job. */
  readonly searchMs?: number;
}

const accepted = z.object({ prompt_id: z.string() });
const uploaded = z.object({ name: z.string(), subfolder: z.string().default('') });

async function upload(http: Http, bytes: Uint8Array | undefined, signal: AbortSignal | undefined) {
  if (!bytes) return undefined;
  const form = new FormData();
  form.append('image', new Blob([Uint8Array.from(bytes)], { type: 'image/png' }), `modu-${randomUUID()}.png`);
  form.append('type', 'input');
  const { name, subfolder } = await http.json('/upload/image', uploaded, { method: 'POST', body: form, signal });
  return subfolder ? `${subfolder}/${name}` : name;
}

async function drawGraph(
  http: Http,
  { request, found, prepared, signal }: Order<FoundCheckpoint>,
): Promise<ComfyGraph> {
  const [source, mask] = [await upload(http, prepared.source, signal), await upload(http, prepared.mask, signal)];
  const { width, height } = request.task === 'UPSCALE' ? request : prepared;
  const names = { ...(source ? { source } : {}), ...(mask ? { mask } : {}) };
  return comfyGraph({ request, width, height, ...found, ...names });
}

interface Submission {
  readonly graph: ComfyGraph;
  readonly clientId: string;
  /** The id we wish for. */
  readonly ownId: string;
}

/** @returns the id that the prompt has there: older servers give one of their own. */
async function submit(http: Http, { graph, clientId, ownId }: Submission): Promise<string> {
  const body = { prompt: graph, client_id: clientId, prompt_id: ownId };
  // Without the signal: who stops listening here would never learn what to cancel.
  return (await http.json('/prompt', accepted, { method: 'POST', body })).prompt_id;
}

async function make(http: Http, options: ComfyOptions, order: Order<FoundCheckpoint>) {
  const { found, track, waiting, signal } = order;
  const graph = await drawGraph(http, order);
  const [clientId, ownId] = [randomUUID(), randomUUID()];
  const bell = new Bell();
  const url = `${http.url('').replace(/^http/, 'ws')}/ws?clientId=${clientId}`;
  const socket = listenToComfy({ url, promptId: ownId, track, bell });
  const submitting = submit(http, { graph, clientId, ownId });
  try {
    const promptId = await unlessAborted(submitting, signal);
    socket.follow(promptId);
    const { intervalMs = 1_000, patienceMs = 30_000, searchMs = 30_000 } = options;
    const ask = openOutcome({ http, promptId, waiting, signal, searchMs });
    const image = await follow({ ask, bell, signal, intervalMs, patienceMs });
    const query = new URLSearchParams({ ...image }).toString();
    const bytes = await http.bytes(`/view?${query}`, { timeoutMs: 60_000, signal });
    return { bytes, metadata: { backend: 'ComfyUI', checkpoint: found.checkpoint } };
  } catch (error) {
    // An order whose answer was lost may have been taken all the same.
    void submitting.catch(() => ownId).then((promptId) => cancelPrompt(http, promptId));
    throw error;
  } finally {
    socket.close();
  }
}

/** A ComfyUI server as an engine: its checkpoints are the models, its upscalers enlarge. */
export function createComfyEngine(options: ComfyOptions): ImageEngine {
  const http = openHttp(options.baseUrl);
  return createRemoteEngine<FoundCheckpoint>({
    ...{ id: 'comfyui', name: 'ComfyUI' },
    discover: (signal) => discoverCheckpoints(http, signal),
    load: (signal) => countQueue(http, signal),
    make: (order) => make(http, options, order),
  });
}
