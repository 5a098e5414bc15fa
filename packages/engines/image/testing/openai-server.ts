import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { GOOD_MANNERS, openBackend, paintedFrom, readBody, readForm, sendJson } from './backend-kit.ts';
import type { Manners } from './backend-kit.ts';

/** A stand-in that keeps OpenAI's images API. `heard` are the calls it got. */
export async function openOpenaiServer({ key = 'secret', delayMs = 20 }: { key?: string; delayMs?: number } = {}) {
  const manners: Manners = { ...GOOD_MANNERS };
  const heard: Record<string, string>[] = [];
  const state = { delayMs, status: 200 };

  const fields = async (request: Parameters<typeof readBody>[0]): Promise<Record<string, string>> => {
    if (!request.headers['content-type']?.startsWith('multipart/')) {
      const body = JSON.parse((await readBody(request)).toString()) as Record<string, unknown>;
      return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
    }
    const out: Record<string, string> = {};
    for (const [name, value] of (await readForm(request)).entries()) {
      const file = typeof value === 'string' ? undefined : await sharp(await value.arrayBuffer()).stats();
      out[name] = typeof value === 'string' ? value : `picture, opaque ${file?.isOpaque}`;
    }
    return out;
  };
  const backend = await openBackend(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${key}`)
      return sendJson(response, { error: { message: 'key' } }, 401);
    if (request.url === '/v1/models')
      return sendJson(response, { data: [{ id: 'gpt-image-1' }, { id: 'gpt-5' }, { id: 'flux-dev' }] });
    const call = await fields(request);
    heard.push({ ...call, path: request.url ?? '' });
    while (manners.hangs) await delay(10);
    await delay(state.delayMs);
    if (state.status !== 200) return sendJson(response, { error: { message: 'no' } }, state.status);
    if (call['model']?.startsWith('gpt-image') && call['response_format'])
      return sendJson(response, { error: { message: 'Unknown parameter: response_format' } }, 400);
    const [width = 0, height = 0] = (call['size'] ?? '').split('x').map(Number);
    const png = await paintedFrom(`${call['prompt']} ${Math.random()}`, { width, height });
    const bytes = manners.garbage ? Buffer.from('no picture') : png;
    sendJson(response, { created: 1, data: [{ b64_json: bytes.toString('base64') }] });
  });
  return { url: `${backend.url}/v1`, manners, state, heard, stop: () => backend.stop(), start: () => backend.start() };
}
