import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { Server as SocketServer } from 'socket.io';
import type { WebSocket } from 'ws';
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
import { faultsOf, INVOKE_MODELS } from './invokeai-schema.ts';
import type { Graph } from './invokeai-schema.ts';

interface Item {
  readonly id: number;
  readonly graph: Graph;
  status: 'pending' | 'in_progress' | 'completed' | 'failed' | 'canceled';
  imageName?: string;
}

interface InvokeServerOptions {
  readonly token?: string;
  readonly queueMax?: number;
  /** Its `base_url`: the path that it is served under. */
  readonly base?: string;
}

/** A stand-in that keeps InvokeAI's REST and socket.io contract; it paints in one colour per prompt and seed. */
export async function openInvokeServer({ token, queueMax = 10_000, base = '' }: InvokeServerOptions = {}) {
  const manners: Manners = { ...GOOD_MANNERS };
  const images = new Map<string, Buffer>();
  const items = new Map<number, Item>();
  let others = 0;
  let nextId = 0;
  const cutOff: number[] = [];
  let sockets: SocketServer;
  let life = 0;

  const tell = (event: string, news: object) => {
    if (manners.silent || (manners.previews === 'trickling' && event === 'queue_item_status_changed')) return;
    const queue = sockets.to('default');
    for (let i = 0; i < (manners.noisyEvents ? 2 : 1); i++) queue.emit(event, news);
  };
  /** The WebSockets beneath. */
  const raw = () =>
    [...sockets.sockets.sockets.values()].map(
      ({ conn }) => (conn.transport as unknown as { socket: WebSocket }).socket,
    );
  const changed = (item: Item) =>
    tell('queue_item_status_changed', { item_id: item.id, queue_id: 'default', status: item.status });
  const seedOf = ({ nodes }: Graph) => nodes['noise']?.['seed'] ?? nodes['denoise']?.['seed'];
  const sizeOf = async ({ nodes }: Graph) => {
    const own = nodes['noise'] ?? nodes['denoise'];
    if (typeof own?.['width'] === 'number') return { width: own['width'], height: Number(own['height']) };
    const source = nodes['result']?.['image'] as { image_name: string };
    const { width, height } = await sharp(images.get(source.image_name)).metadata();
    // Enlarges four times; brought to a scale only where the node has one.
    const scale = nodes['result']?.type.endsWith('_autoscale') ? Number(nodes['result']['scale'] ?? 4) : 4;
    return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  };
  const progressOf = async (item: Item, step: number, steps: number) => {
    if (manners.previews === 'trickling') return step === 1 ? raw().forEach(trickle) : undefined;
    const image = await sharp(await paintedFrom(`${item.id} ${step}`, { width: 64, height: 64 }))
      .jpeg()
      .toBuffer();
    const rest = 'A'.repeat(manners.previews === 'huge' && step === 1 ? HUGE_PREVIEW_BYTES : 0);
    const dataURL = `data:image/jpeg;base64,${image.toString('base64')}${rest}`;
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
      if (manners.boasts) {
        await progressOf(item, steps, steps);
        tell('queue_item_status_changed', { item_id: item.id, queue_id: 'default', status: 'completed' });
      }
      while ((manners.hangs || manners.boasts) && !stopped()) await delay(10);
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
      if (others > 0 && !manners.othersStay) others -= 1;
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
    const { pathname: path } = new URL(request.url ?? '/', 'http://invoke');
    if (!path.startsWith(`${base}/`)) return sendJson(response, { detail: 'Not Found' }, 404);
    const pathname = path.slice(base.length);
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
      const id = (nextId += others + 1);
      items.set(id, { id, graph: batch.graph, status: 'pending' });
      return sendJson(response, { queue_id: 'default', enqueued: 1, requested: 1, item_ids: [id], priority: 0 }, 201);
    }
    if (pathname.endsWith('/status')) {
      const own = [...items.values()].find(({ status }) => status === 'in_progress');
      const count = (status: string) => [...items.values()].filter((item) => item.status === status).length;
      const other = manners.othersJump ? nextId + 1 : nextId - others;
      const current = others > 0 ? other : (own?.id ?? null);
      const queue = {
        pending: count('pending') + Math.max(0, others - 1),
        in_progress: count('in_progress') + (others > 0 ? 1 : 0),
        item_id: current,
      };
      return sendJson(response, { queue, processor: { is_started: true } });
    }
    const [, id, action] = /^\/api\/v1\/queue\/default\/i\/(\d+)(\/cancel)?$/.exec(pathname) ?? [];
    const item = items.get(Number(id));
    if (!item) return sendJson(response, { detail: 'not found' }, 404);
    if (action && item.status !== 'completed') item.status = 'canceled';
    sendJson(response, show(item));
  };
  const backend = await openBackend(handle, (server) => {
    sockets = new SocketServer(server, { path: `${base}/ws/socket.io` });
    sockets.on('connection', (socket) => {
      (socket.conn.transport as unknown as { socket: WebSocket }).socket.on('close', (code) => cutOff.push(code));
      if (token && socket.handshake.auth['token'] !== token) return void socket.disconnect(true);
      socket.on('subscribe_queue', ({ queue_id }: { queue_id: string }) => void socket.join(queue_id));
    });
  });
  void loop(life);
  return {
    url: `${backend.url}${base}`,
    manners,
    traffic: backend.traffic,
    cutOff,
    holdsOurs: () => [...items.values()].some(({ status }) => status === 'pending' || status === 'in_progress'),
    trickles: () => raw().length > 0,
    letOthersPass: (count: number) => {
      others -= count;
    },
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
