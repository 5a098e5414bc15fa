// A stand-in for a server of the stack: the same start, ready line and end; it remembers the numbers sent to it.
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const { dir, port, crash } = JSON.parse(process.argv[2] ?? '{}') as { dir: string; port: number; crash?: string };
if (crash === 'before ready') throw new Error('this server never gets ready');
mkdirSync(dir, { recursive: true });
const file = path.join(dir, 'acknowledged.txt');

const server = createServer((request, response) => {
  if (request.method === 'POST') appendFileSync(file, `${request.url}\n`, { flush: true });
  response.end(request.method === 'POST' ? 'kept' : readFileSync(file, 'utf8'));
});
server.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => {
  console.log('a line that is no JSON');
  console.log(JSON.stringify({ ready: true, port }));
});
const end = (): never => process.exit(0);
if (crash !== 'never ends') {
  process.on('SIGTERM', end);
  process.stdin.on('end', end).resume();
} else {
  process.on('SIGTERM', () => {});
}
