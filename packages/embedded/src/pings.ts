import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { serialize } from 'bson';
import type { Ping } from './liveness.ts';

const OP_MSG = 2013;
/** Header, flags, and the kind of the one section that follows. */
const HEADER_BYTES = 21;

/** Any answer will do, a refusal too. */
export const pingHttp: Ping = async (port, signal) => {
  const request = http.request({ host: '127.0.0.1', port, method: 'HEAD', agent: false, signal }).end();
  request.on('error', () => {});
  const [response] = (await once(request, 'response', { signal })) as [http.IncomingMessage];
  response.resume();
};

export const pingMongo: Ping = async (port, signal) => {
  const socket = net.connect({ host: '127.0.0.1', port });
  socket.on('error', () => {});
  try {
    const body = serialize({ ping: 1, $db: 'admin' });
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeInt32LE(HEADER_BYTES + body.length, 0);
    header.writeInt32LE(OP_MSG, 12);
    socket.write(Buffer.concat([header, body]));
    await Promise.race([once(socket, 'data', { signal }), once(socket, 'close', { signal })]);
  } finally {
    socket.destroy();
  }
};
