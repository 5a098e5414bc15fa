import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { corsHeaders, preflight } from './cors.ts';
import type { S3Context } from './operations/context.ts';
import { assertKey } from './operations/keys.ts';
import { postObject } from './operations/post-object.ts';
import type { Reply } from './protocol/messages.ts';
import { headerMap } from './protocol/messages.ts';
import { parseRequestTarget } from './protocol/request-target.ts';
import { S3Error } from './protocol/s3-error.ts';
import type { Exchange } from './respond.ts';
import { sendError, sendReply } from './respond.ts';
import { route } from './router.ts';
import { authenticate, withHoistedHeaders } from './sigv4/authenticate.ts';
import type { Keyring } from './sigv4/keyring.ts';

export interface HandlerOptions {
  readonly context: S3Context;
  readonly keyring: Keyring;
  readonly corsOrigins: readonly string[];
  readonly onError: (error: unknown) => void;
}

/** Answers one exchange, whatever happens. `waitsForContinue`: the client sends its body only when told to. */
export async function handleExchange(
  options: HandlerOptions,
  exchange: Exchange,
  { waitsForContinue }: { readonly waitsForContinue: boolean },
): Promise<void> {
  const { request, response } = exchange;
  response.setHeader('x-amz-request-id', randomUUID());
  for (const [name, value] of Object.entries(corsHeaders(headerMap(request), options.corsOrigins))) {
    response.setHeader(name, value);
  }
  let isBodyComing = !waitsForContinue;
  const openBody = (): IncomingMessage => {
    if (waitsForContinue) response.writeContinue();
    isBodyComing = true;
    return request;
  };
  try {
    await sendReply(exchange, await answer(options, request, openBody));
  } catch (error) {
    sendError(exchange, error, { onError: options.onError, isBodyComing });
  }
}

async function answer(
  { context, keyring, corsOrigins }: HandlerOptions,
  message: IncomingMessage,
  openBody: () => IncomingMessage,
): Promise<Reply> {
  const method = message.method ?? '';
  const headers = headerMap(message);
  if (method === 'OPTIONS') return preflight(headers, corsOrigins);
  const target = parseRequestTarget(message.url ?? '');
  assertKey(target.key);
  const isForm = /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
  if (method === 'POST' && target.bucket && !target.key && isForm) {
    return postObject(context, keyring, { bucket: target.bucket, openBody });
  }
  const payload = authenticate({ method, target, headers }, keyring, Date.now());
  const request = { ...target, method, payload, openBody, headers: withHoistedHeaders(headers, target) };
  const operation = route(request);
  const makesBucket = method === 'PUT' && !target.key;
  if (target.bucket && !makesBucket && !context.buckets.exists(target.bucket)) throw new S3Error('NoSuchBucket');
  return operation(context, request);
}
