import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { serveStreams } from '@modu/network';
import { startStandIns } from '../../../gateway/testing/stand-ins.ts';
import { scriptStreams } from './streams-world.ts';
import type { StreamsScript } from './streams-world.ts';

// The small subgraphs by themselves, over HTTP and WebSocket, for a gateway in another process.

const NAMES = ['jobs', 'gallery', 'assets', 'identity'];

const world = await startStandIns();
const moduleOf = (url: string) => (url.startsWith('/auth/') ? 'identity' : (url.split('/')[2] ?? ''));
const server = createServer(
  getRequestListener((request) => world.network.fetch(moduleOf(new URL(request.url).pathname), request)),
);
const jobs = world.network.serviceOf('jobs');
if (!jobs) throw new Error('There are no jobs.');
const streams = serveStreams(jobs);
server.on('upgrade', (request, socket, head) => streams.upgrade(request, socket, head as Buffer));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const { begin, tokens } = await scriptStreams(world, JSON.parse(process.argv[2] ?? '{}') as StreamsScript);
process.on('message', begin);
process.send?.({ routes: Object.fromEntries(NAMES.map((name) => [name, origin])), tokens });
