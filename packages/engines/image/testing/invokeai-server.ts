import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { Server as SocketServer } from 'socket.io';
import { GOOD_MANNERS, openBackend, paintedFrom, readBody, readForm, sendJson } from './backend-kit.ts';
import type { Manners } from './backend-kit.ts';

interface Node {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}
interface Graph {
  readonly nodes: Record<string, Node>;
  readonly edges: { source: { node_id: string; field: string }; destination: { node_id: string; field: string } }[];
}
interface Item {
  readonly id: number;
  readonly graph: Graph;
  status: 'pending' | 'in_progress' | 'completed' | 'failed' | 'canceled';
  imageName?: string;
}

const model = (name: string, base: string, type = 'main') => ({
  key: `key-${name}`,
  hash: `blake3:${name}`,
  name,
  base,
  type,
});
export const INVOKE_MODELS = [
  model('Dreamshaper 8', 'sd-1'),
  model('Juggernaut XL v9', 'sdxl'),
  model('FLUX Schnell', 'flux'),
  model('t5_bnb', 'any', 't5_encoder'),
  model('clip-vit-large', 'any', 'clip_embed'),
  model('FLUX.1 VAE', 'flux', 'vae'),
  model('RealESRGAN_x4plus', 'any', 'spandrel_image_to_image'),
  model('Some LoRA', 'sd-1', 'lora'),
];

/** The fields that each node must be given, by an edge or by itself: an excerpt of InvokeAI's OpenAPI document. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  main_model_loader: ['model'],
  sdxl_model_loader: ['model'],
  flux_model_loader: ['model', 't5_encoder_model', 'clip_embed_model', 'vae_model'],
  clip_skip: ['clip'],
  compel: ['prompt', 'clip'],
  sdxl_compel_prompt: ['prompt', 'style', 'clip', 'clip2'],
  flux_text_encoder: ['prompt', 'clip', 't5_encoder', 't5_max_seq_len'],
  collect: ['item'],
  noise: ['seed', 'width', 'height'],
  denoise_latents: [
    'unet',
    'positive_conditioning',
    'negative_conditioning',
    'noise',
    'steps',
    'cfg_scale',
    'scheduler',
  ],
  flux_denoise: ['transformer', 'positive_text_conditioning', 'seed', 'width', 'height', 'num_steps', 'guidance'],
  i2l: ['image', 'vae'],
  flux_vae_encode: ['image', 'vae'],
  create_gradient_mask: ['mask'],
  l2i: ['latents', 'vae'],
  flux_vae_decode: ['latents', 'vae'],
  spandrel_image_to_image: ['image', 'image_to_image_model'],
};

/** What InvokeAI would not take of a graph. */
function faultsOf({ nodes, edges }: Graph): string[] {
  const fed = new Set(edges.map(({ destination }) => `${destination.node_id}.${destination.field}`));
  const loose = edges.filter(({ source, destination }) => !nodes[source.node_id] || !nodes[destination.node_id]);
  const missing = Object.values(nodes).flatMap(({ id, type, ...fields }) =>
    (REQUIRED[type] ?? ['unknown node'])
      .filter((field) => fields[field] === undefined && !fed.has(`${id}.${field}`))
      .map((field) => `${id}.${field}`),
  );
  return [...missing, ...loose.map(({ source }) => `edge from ${source.node_id}`)];
}

/** A stand-in that keeps InvokeAI's REST and socket.io contract; it paints in one colour per prompt and seed. */
export async function openInvokeServer({ token, queueMax = 10_000 }: { token?: string; queueMax?: number } = {}) {
  const manners: Manners = { ...GOOD_MANNERS };
  const images = new Map<string, Buffer>();
  const items = new Map<number, Item>();
  let others = 0;
  let nextId = 1;
  let sockets: SocketServer;
  let life = 0;

  const tell = (event: string, news: object) => {
    if (manners.silent) return;
    const queue = sockets.to('default');
    for (let i = 0; i < (manners.noisyEvents ? 2 : 1); i++) queue.emit(event, news);
  };
  const changed = (item: Item) =>
    tell('queue_item_status_changed', { item_id: item.id, queue_id: 'default', status: item.status });
  const seedOf = ({ nodes }: Graph) => nodes['noise']?.['seed'] ?? nodes['denoise']?.['seed'];
  const sizeOf = async ({ nodes }: Graph) => {
    const own = nodes['noise'] ?? nodes['denoise'];
    if (typeof own?.['width'] === 'number') return { width: own['width'], height: Number(own['height']) };
    const source = nodes['result']?.['image'] as { image_name: string };
    const { width, height } = await sharp(images.get(source.image_name)).metadata();
    return { width: width * 4, height: height * 4 };
  };
  const progressOf = async (item: Item, step: number, steps: number) => {
    const image = await sharp(await paintedFrom(`${item.id} ${step}`, { width: 64, height: 64 }))
      .jpeg()
      .toBuffer();
    const dataURL = `data:image/jpeg;base64,${image.toString('base64')}`;
    const percentage = manners.nullPercentages ? null : step / steps;
    tell('invocation_progress', { item_id: item.id, percentage, image: { width: 512, height: 512, dataURL } });
    if (manners.noisyEvents) tell('invocation_progress', { item_id: item.id + 1_000, percentage: 1, image: null });
  };
  const work = async (item: Item, own: number) => {
    item.status = 'in_progress';
    changed(item);
    tell('invocation_progress', { item_id: item.id, percentage: null, message: 'Loading model', image: null });
    const { nodes } = item.graph;
    const steps = Number(nodes['denoise']?.['steps'] ?? nodes['denoise']?.['num_steps'] ?? 2);
    const stopped = () => life !== own || (item.status as string) === 'canceled';
    for (let step = 1; step <= steps; step++) {
      await delay(manners.stepMs);
      while (manners.hangs && !stopped()) await delay(10);
      if (stopped()) return;
      await progressOf(item, step, steps);
    }
    if (manners.noisyEvents) await progressOf(item, 1, steps);
    const png = await paintedFrom(
      `${String(nodes['positive']?.['prompt'])} ${String(seedOf(item.graph))}`,
      await sizeOf(item.graph),
    );
    item.imageName = `image-${item.id}.png`;
    images.set(item.imageName, manners.garbage ? Buffer.from('no picture') : png);
    item.status = 'completed';
    changed(item);
  };
  const loop = async (own: number) => {
    while (life === own) {
      if (others > 0) others -= 1;
      const next = others === 0 ? [...items.values()].find(({ status }) => status === 'pending') : undefined;
      if (next) await work(next, own);
      else await delay(1);
    }
  };
  const show = ({ status, imageName }: Item) => ({
    status,
    session: imageName
      ? {
          results: { p1: { type: 'image_output', image: { image_name: imageName } } },
          prepared_source_mapping: { p1: 'result' },
        }
      : { results: {} },
  });
  const handle = async (...[request, response]: Parameters<Parameters<typeof openBackend>[0]>) => {
    const { pathname } = new URL(request.url ?? '/', 'http://invoke');
    if (token && request.headers.authorization !== `Bearer ${token}`)
      return sendJson(response, { detail: 'Unauthorized' }, 401);
    if (pathname === '/api/v2/models/') return sendJson(response, { models: INVOKE_MODELS });
    if (pathname === '/api/v1/images/upload') {
      const file = (await readForm(request)).get('file') as File;
      const name = `upload-${images.size}.png`;
      images.set(name, Buffer.from(await file.arrayBuffer()));
      return sendJson(response, { image_name: name }, 201);
    }
    const [, name] = /^\/api\/v1\/images\/i\/([^/]+)\/full$/.exec(pathname) ?? [];
    const image = name && images.get(decodeURIComponent(name));
    if (image) return void response.writeHead(200, { 'content-type': 'image/png' }).end(image);
    if (pathname.endsWith('/enqueue_batch')) {
      const { batch } = JSON.parse((await readBody(request)).toString()) as { batch: { graph: Graph; runs: number } };
      const faults = faultsOf(batch.graph);
      if (faults.length > 0) return sendJson(response, { detail: faults }, 422);
      const waiting = [...items.values()].filter(({ status }) => status === 'pending').length;
      if (waiting + manners.othersWaiting >= queueMax)
        return sendJson(response, { queue_id: 'default', enqueued: 0, requested: 1, item_ids: [] });
      others = manners.othersWaiting;
      const id = nextId++;
      items.set(id, { id, graph: batch.graph, status: 'pending' });
      return sendJson(response, { queue_id: 'default', enqueued: 1, requested: 1, item_ids: [id], priority: 0 }, 201);
    }
    if (pathname.endsWith('/status')) {
      const count = (status: string) => [...items.values()].filter((item) => item.status === status).length;
      const queue = { pending: count('pending') + manners.othersWaiting, in_progress: count('in_progress') };
      return sendJson(response, { queue, processor: { is_started: true } });
    }
    const [, id, action] = /^\/api\/v1\/queue\/default\/i\/(\d+)(\/cancel)?$/.exec(pathname) ?? [];
    const item = items.get(Number(id));
    if (!item) return sendJson(response, { detail: 'not found' }, 404);
    if (action && item.status !== 'completed') item.status = 'canceled';
    sendJson(response, show(item));
  };
  const backend = await openBackend(handle, (server) => {
    sockets = new SocketServer(server, { path: '/ws/socket.io' });
    sockets.on('connection', (socket) => {
      if (token && socket.handshake.auth['token'] !== token) return void socket.disconnect(true);
      socket.on('subscribe_queue', ({ queue_id }: { queue_id: string }) => void socket.join(queue_id));
    });
  });
  void loop(life);
  return {
    url: backend.url,
    manners,
    busy: () => [...items.values()].filter(({ status }) => status === 'in_progress').length,
    statuses: () => [...items.values()].map(({ status }) => status),
    /** Away and back again; what was running is canceled, what waited waits on: its queue is on disk. */
    restart: async () => {
      life += 1;
      await sockets.close();
      await backend.stop();
      for (const item of items.values()) if (item.status === 'in_progress') item.status = 'canceled';
      await delay(50);
      await backend.start();
      void loop(life);
    },
    stop: async () => {
      life += 1;
      await sockets.close();
      await backend.stop();
    },
    start: async () => {
      await backend.start();
      void loop(life);
    },
  };
}
