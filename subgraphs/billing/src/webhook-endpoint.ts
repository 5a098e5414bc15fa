import { AnswerTooLong, readBounded } from '@modu/http-calls';
import type { BillingDesk } from './operations/billing-desk.ts';
import { receiveWebhook, WEBHOOK_BYTES_MAX } from './operations/receive-webhook.ts';

const PREFIX = '/webhooks/';

/**
 * Answers `/webhooks/<provider>`; undefined for every other path. The body is read as bytes and not looked at here, and no further
 * than what a webhook may have: nobody knows yet who sends it.
 */
export async function answerWebhook(desk: BillingDesk, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(PREFIX)) return undefined;
  if (!desk.provider || pathname !== `${PREFIX}${desk.provider.name}`) return said(404, 'There is no such webhook.');
  if (request.method !== 'POST') return said(405, 'Webhooks are posted.');
  const isTooMuch = Number(request.headers.get('content-length') ?? 0) > WEBHOOK_BYTES_MAX;
  const raw = isTooMuch ? undefined : await readRaw(request);
  if (!raw) return said(413, 'That is too much.');
  const taken = await receiveWebhook(desk, { raw, headers: request.headers });
  return taken ? said(200, 'Taken.') : said(401, 'The signature is missing or wrong.');
}

async function readRaw(request: Request): Promise<Uint8Array | undefined> {
  try {
    return await readBounded(request, { sizeBytesMax: WEBHOOK_BYTES_MAX });
  } catch (error) {
    if (error instanceof AnswerTooLong) return undefined;
    throw error;
  }
}

const said = (status: number, words: string) => new Response(words, { status });
