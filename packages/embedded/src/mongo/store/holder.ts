import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync, unlinkSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const connectMaxMs = 1000;

/** A name only one process can listen on. On Linux it vanishes with its process; elsewhere a file may be left behind. */
function holderPath(dir: string): string {
  const name = `modu-embedded-mongo-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 24)}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

async function tryListen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.end(`${process.pid}`));
  try {
    server.listen(path);
    await once(server, 'listening');
    return server.unref();
  } catch {
    return undefined;
  }
}

/** Asks the process that listens for its id; undefined when nobody answers. */
async function askHolder(path: string): Promise<string | undefined> {
  const socket = createConnection(path);
  socket.setTimeout(connectMaxMs, () => socket.destroy());
  try {
    const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(connectMaxMs) })) as [Buffer];
    return answer.toString();
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

/**
 * Makes sure no other server uses the directory: what is kept in memory about the files would drift from them. Returns
 * what lets it go again; rejects with the id of the process that holds it.
 */
export async function holdDirectory(dir: string): Promise<() => void> {
  const path = holderPath(dir);
  let server = await tryListen(path);
  if (!server) {
    const pid = await askHolder(path);
    if (pid === undefined && !path.startsWith('\0')) {
      unlinkSync(path);
      server = await tryListen(path);
    }
    if (!server)
      throw new Error(`The directory ${dir} is held by another embedded MongoDB${pid ? ` (process ${pid})` : ''}`);
  }
  const held = server;
  return () => void held.close();
}
