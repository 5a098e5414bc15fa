import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import sharp from 'sharp';
import {
  GOOD_MANNERS,
  HUGE_PREVIEW_BYTES,
  openBackend,
  paintedFrom,
  readBody,
  readForm,
  sendJson,
  trickle,
} from './backend-kit.ts';
import type { Manners } from './backend-kit.ts';

type Graph = Record<string, { class_type: string; inputs: Record<string, unknown> }>;
interface Item {
  readonly number: number;
  readonly id: string;
  readonly graph: Graph;
  readonly clientId: string;
}

const KNOWN = new Set(
  (
    'CheckpointLoaderSimple CLIPTextEncode EmptyLatentImage LoadImage LoadImageMask VAEEncode VAEDecode SetLatentNoiseMask ' +
    'KSampler SaveImage UpscaleModelLoader ImageUpscaleWithModel ImageScale'
  ).split(' '),
);

/** What ComfyUI finds wrong with a graph: nodes it does not know, links that lead nowhere. */
function faultsOf(graph: Graph): string[] {
  return Object.entries(graph).flatMap(([id, { class_type, inputs }]) => [
    ...(KNOWN.has(class_type) ? [] : [id]),
    ...Object.values(inputs).flatMap((value) => (Array.isArray(value) && !graph[String(value[0])] ? [id] : [])),
  ]);
}

/** As large as a graph of some twenty nodes: 10 000 of them are more than anybody wants to fetch. */
const OTHERS_GRAPH: Graph = { note: { class_type: 'Note', inputs: { text: 'x'.repeat(7_000) } } };
const isOther = ({ clientId }: Item) => clientId === 'other';

interface ComfyServerOptions {
  /** From before `/api/jobs`: it gives its own ids, and interrupts whatever runs. */
  readonly old?: boolean;
  /** Its checkpoints. */
  readonly models?: readonly string[];
  readonly upscalers?: readonly string[];
}
const MODELS = ['dreamshaper_8.safetensors', 'juggernaut-XL.safetensors'];

/** A stand-in that keeps ComfyUI’s HTTP and WebSocket contract; it paints in one colour per prompt and seed. */
export async function openComfyServer({
  old = false,
  models = MODELS,
  upscalers = ['4x-UltraSharp.pth'],
}: ComfyServerOptions = {}) {
  const manners: Manners = { ...GOOD_MANNERS };
  const files = new Map<string, Buffer>();
  const history = new Map<string, unknown>();
  const sockets = new Map<string, WebSocket>();
  let pending: Item[] = [];
  let running: Item | undefined;
  let life = 0;
  let number = 0;
  const cutOff: number[] = [];

  const tell = (item: Item, message: unknown) => {
    if (manners.silent || manners.previews === 'trickling') return;
    const socket = sockets.get(item.clientId);
    const times = manners.noisyEvents ? 2 : 1;
    for (let i = 0; i < times; i++) socket?.send(JSON.stringify(message));
  };
  const preview = async (item: Item, step: number) => {
    const socket = sockets.get(item.clientId);
    if (manners.previews === 'trickling') return void (step === 1 && socket && trickle(socket));
    const isHuge = manners.previews === 'huge' && step === 1;
    const jpeg = await sharp(await paintedFrom(`${item.id} ${step}`, { width: 96, height: 96 }))
      .jpeg()
      .toBuffer();
    const head = Buffer.alloc(8);
    head.writeUInt32BE(1, 0);
    head.writeUInt32BE(1, 4);
    if (!manners.silent) socket?.send(Buffer.concat([head, jpeg, Buffer.alloc(isHuge ? HUGE_PREVIEW_BYTES : 0)]));
  };
  const sizeOf = async (graph: Graph): Promise<{ width: number; height: number }> => {
    const sized = graph['sized']?.inputs ?? graph['latents']?.inputs;
    if (typeof sized?.['width'] === 'number') return { width: sized['width'], height: Number(sized['height']) };
    const { width, height } = await sharp(files.get(String(graph['source']?.inputs['image']))).metadata();
    return { width, height };
  };
  const work = async (item: Item, own: number) => {
    // Other people's items take their time and tell us nothing.
    if (isOther(item)) {
      await delay(manners.stepMs);
      while (manners.othersStay && life === own && running === item) await delay(1);
      return;
    }
    const inputs = item.graph['sampler']?.inputs ?? {};
    const steps = Number(inputs['steps'] ?? 2);
    for (let value = 1; value <= steps; value++) {
      await delay(manners.stepMs);
      if (manners.boasts) {
        tell(item, { type: 'progress', data: { value: steps, max: steps, node: 'sampler', prompt_id: item.id } });
        tell(item, { type: 'execution_success', data: { prompt_id: item.id } });
      }
      while ((manners.hangs || manners.boasts) && life === own && running === item) await delay(10);
      if (life !== own || running !== item) return;
      await preview(item, value);
      if (manners.noisyEvents)
        tell(item, { type: 'progress', data: { value: 1, max: 1, node: 'x', prompt_id: 'someone-else' } });
      tell(item, { type: 'progress', data: { value, max: steps, node: 'sampler', prompt_id: item.id } });
    }
    if (manners.noisyEvents)
      tell(item, { type: 'progress', data: { value: 1, max: steps, node: 'sampler', prompt_id: item.id } });
    const words = item.graph['positive']?.inputs['text'];
    const png = await paintedFrom(`${String(words)} ${String(inputs['seed'])}`, await sizeOf(item.graph));
    const filename = `modu_${item.id}_.png`;
    files.set(filename, manners.garbage ? Buffer.from('no picture') : png);
    const images = [{ filename, subfolder: '', type: 'output' }];
    history.set(item.id, { outputs: { result: { images } }, status: { status_str: 'success', messages: [] } });
    tell(item, { type: 'execution_success', data: { prompt_id: item.id } });
  };
  const interrupt = () => {
    if (!running) return;
    const messages = [['execution_interrupted', { prompt_id: running.id }]];
    history.set(running.id, { outputs: {}, status: { status_str: 'error', completed: false, messages } });
    tell(running, { type: 'execution_interrupted', data: { prompt_id: running.id } });
    running = undefined;
  };
  /** @returns whether there was anything to cancel. */
  const cancel = (id: string | undefined): boolean => {
    const isRunning = running?.id === id;
    const rest = pending.filter((item) => item.id !== id);
    if (isRunning) interrupt();
    const isPending = rest.length < pending.length;
    pending = rest;
    return isRunning || isPending;
  };
  const loop = async (own: number) => {
    while (life === own) {
      running = pending.shift();
      if (running) await work(running, own);
      running = undefined;
      await delay(1);
    }
  };
  const handle = async (...[request, response]: Parameters<Parameters<typeof openBackend>[0]>) => {
    const url = new URL(request.url ?? '/', 'http://comfy');
    const [, first, second, third] = url.pathname.split('/');
    const post = async () => JSON.parse((await readBody(request)).toString()) as Record<string, unknown>;
    if (first === 'object_info') {
      // Nodes of the newer kind say what there is to choose from in another way.
      const upscaler = old ? [upscalers] : ['COMBO', { multiselect: false, options: upscalers }];
      const required =
        second === 'CheckpointLoaderSimple'
          ? { ckpt_name: [models, { tooltip: 'The name of the checkpoint.' }] }
          : { model_name: upscaler };
      return sendJson(response, { [second ?? '']: { input: { required } } });
    }
    if (first === 'upload') {
      const file = (await readForm(request)).get('image') as File;
      files.set(file.name, Buffer.from(await file.arrayBuffer()));
      return sendJson(response, { name: file.name, subfolder: '', type: 'input' });
    }
    if (first === 'prompt' && request.method === 'POST') {
      const { prompt, client_id, prompt_id } = await post();
      const faults = faultsOf(prompt as Graph);
      if (faults.length > 0) return sendJson(response, { error: { type: 'invalid_prompt' }, node_errors: faults }, 400);
      for (let i = 0; i < manners.othersWaiting; i++)
        pending.push({ number: number++, id: `other-${i}`, clientId: 'other', graph: OTHERS_GRAPH });
      const id = old ? randomUUID() : String(prompt_id);
      pending.push({ number, id, graph: prompt as Graph, clientId: String(client_id) });
      return sendJson(response, { prompt_id: id, number: number++, node_errors: {} });
    }
    if (first === 'prompt')
      return sendJson(response, { exec_info: { queue_remaining: pending.length + (running ? 1 : 0) } });
    if (first === 'api' && second === 'jobs' && !old) {
      const show = (item: Item) => {
        const status = item === running ? 'in_progress' : 'pending';
        return { id: item.id, status, priority: item.number, outputs_count: 0 };
      };
      if (third === undefined) return sendJson(response, { jobs: running ? [show(running)] : [] });
      if (request.method === 'POST') return sendJson(response, { cancelled: cancel(third) });
      const item = [running, ...pending].find((one) => one?.id === third);
      return item ? sendJson(response, show(item)) : sendJson(response, { error: 'Job not found' }, 404);
    }
    if (first === 'queue' && request.method === 'POST') {
      const gone = (await post())['delete'] as string[];
      pending = pending.filter(({ id }) => !gone.includes(id));
      return void response.writeHead(200).end();
    }
    if (first === 'queue') {
      const row = ({ id, graph, number: n }: Item) => [n, id, graph, {}, []];
      return sendJson(response, { queue_running: running ? [row(running)] : [], queue_pending: pending.map(row) });
    }
    if (first === 'interrupt') {
      const { prompt_id } = await post();
      if (old || prompt_id === undefined || prompt_id === running?.id) interrupt();
      return void response.writeHead(200).end();
    }
    if (first === 'history') {
      const found = history.get(second ?? '');
      return sendJson(response, found ? { [second ?? '']: found } : {});
    }
    const file = files.get(url.searchParams.get('filename') ?? '');
    if (first === 'view' && file) return void response.writeHead(200, { 'content-type': 'image/png' }).end(file);
    sendJson(response, { error: 'not found' }, 404);
  };
  const backend = await openBackend(handle, (server) => {
    const upgrade = new WebSocketServer({ server, path: '/ws' });
    upgrade.on('connection', (socket, request) => {
      socket.on('close', (code) => cutOff.push(code));
      sockets.set(new URL(request.url ?? '/', 'http://comfy').searchParams.get('clientId') ?? '', socket);
    });
  });
  void loop(life);
  return {
    url: backend.url,
    manners,
    traffic: backend.traffic,
    holdsOurs: () => [running, ...pending].some((item) => item && !isOther(item)),
    trickles: () => manners.previews === 'trickling' && running !== undefined,
    /** With which code each socket was closed. */
    cutOff,
    /** So many of the others are done at once. */
    letOthersPass: (count: number) => {
      pending.splice(0, count - 1);
      if (running && isOther(running)) running = undefined;
    },
    busy: () => pending.length + (running ? 1 : 0),
    /** Away and back again, its queue and history gone with its memory. */
    restart: async () => {
      life += 1;
      for (const socket of sockets.values()) socket.terminate();
      await backend.stop();
      pending = [];
      running = undefined;
      history.clear();
      await delay(50);
      await backend.start();
      void loop(life);
    },
    stop: async () => {
      life += 1;
      for (const socket of sockets.values()) socket.terminate();
      await backend.stop();
    },
    start: async () => {
      await backend.start();
      void loop(life);
    },
  };
}
