import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Reply } from './protocol/messages.ts';
import { S3Error } from './protocol/s3-error.ts';
import { element, textElement, xmlDocument } from './protocol/xml.ts';

const DRAIN_MAX_MS = 2000;
const DRAIN_MAX_BYTES = 1024 * 1024;

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Sends what an operation answered. A client that goes away during a stream is no error. */
export async function sendReply({ request, response }: Exchange, reply: Reply): Promise<void> {
  const body = reply.xml === undefined ? undefined : xmlDocument(reply.xml);
  response.writeHead(reply.status, {
    ...(body === undefined ? {} : { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) }),
    ...reply.headers,
  });
  if (reply.stream) await pipeline(reply.stream, response).catch(() => response.destroy());
  else response.end(request.method === 'HEAD' ? undefined : body);
}

interface Refusing {
  readonly onError: (error: unknown) => void;
  /** The client sends its body, or goes on sending it; not one that waits to be told to. */
  readonly isBodyComing: boolean;
}

/** Sends a refusal. Faults of our own are told to `onError` and hidden from the client. */
export function sendError(exchange: Exchange, error: unknown, { onError, isBodyComing }: Refusing): void {
  const { request, response } = exchange;
  if (!(error instanceof S3Error)) onError(error);
  if (response.headersSent || response.destroyed || request.socket.destroyed) return void response.destroy();
  const refusal = error instanceof S3Error ? error : new S3Error('InternalError');
  const requestId = String(response.getHeader('x-amz-request-id') ?? '');
  const xml = element(
    'Error',
    textElement('Code', refusal.code),
    textElement('Message', refusal.message),
    textElement('Resource', (request.url ?? '').split('?')[0] ?? ''),
    textElement('RequestId', requestId),
  );
  const reply = { status: refusal.status, headers: refusal.headers, xml };
  if (request.complete) return void sendReply(exchange, reply);
  response.setHeader('connection', 'close');
  if (isBodyComing) void drain(request).then(() => sendReply(exchange, reply));
  else void sendReply(exchange, reply);
}

// The client is still sending. Node closes the socket as soon as the answer is out, which would reset the connection
// before the client reads the refusal; so what is left of a small body is thrown away first.
function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, DRAIN_MAX_MS).unref();
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > DRAIN_MAX_BYTES) resolve();
    });
    request.on('error', () => undefined);
    request.once('close', () => resolve());
    request.once('end', () => resolve());
    request.resume();
  });
}
