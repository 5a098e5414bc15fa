import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { GOOD_MANNERS, openBackend, paintedFrom, readBody, readForm, sendJson } from './backend-kit.ts';
import type { Manners } from './backend-kit.ts';

interface Call {
  readonly texts: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<string, Buffer>>;
}

async function readCall(request: Parameters<typeof readBody>[0]): Promise<Call> {
  if (!request.headers['content-type']?.startsWith('multipart/')) {
    const body = JSON.parse((await readBody(request)).toString()) as Record<string, unknown>;
    return { texts: Object.fromEntries(Object.entries(body).map(([name, v]) => [name, String(v)])), pictures: {} };
  }
  const texts: Record<string, string> = {};
  const pictures: Record<string, Buffer> = {};
  for (const [name, value] of (await readForm(request)).entries())
    if (typeof value === 'string') texts[name] = value;
    else pictures[name] = Buffer.from(await value.arrayBuffer());
  return { texts, pictures };
}

const GPT_SIZES = ['1024x1024', '1536x1024', '1024x1536', 'auto'];
/** Of OpenAI's own models: the sizes they make, and what they do not do. Those of others take all. */
const OWN = [
  { name: /(^|\/)gpt-image-2/, refuses: ['response_format'], sizes: undefined },
  { name: /(^|\/)(chat)?gpt-image/, refuses: ['response_format'], sizes: GPT_SIZES },
  { name: /(^|\/)dall-e-3/, refuses: ['image'], sizes: ['1024x1024', '1792x1024', '1024x1792'] },
  { name: /(^|\/)dall-e-2/, refuses: [], sizes: ['256x256', '512x512', '1024x1024'] },
];

async function sizeOf(picture: Buffer): Promise<string> {
  const { width, height } = await sharp(picture).metadata();
  return `${width}x${height}`;
}

/** What OpenAI would not take of a call. */
async function faultOf({ texts, pictures }: Call): Promise<string | undefined> {
  const { image, mask } = pictures;
  const own = OWN.find(({ name }) => name.test(texts['model'] ?? ''));
  const refused = own?.refuses.find((field) => field in texts || field in pictures);
  if (refused) return `Unknown parameter: ${refused}`;
  const [width = 0, height = 0] = (texts['size'] ?? '').split('x').map(Number);
  const isFree = width % 16 === 0 && height % 16 === 0 && width * height >= 655_360;
  if (own && !(own.sizes?.includes(texts['size'] ?? '') ?? isFree)) return `Invalid size: ${texts['size']}`;
  if (image && mask && (await sizeOf(image)) !== (await sizeOf(mask))) return 'The mask is of another size.';
  return undefined;
}

/** A stand-in that keeps OpenAI's images API. `heard` are the calls it got. */
export async function openOpenaiServer({ key = 'secret', delayMs = 20 }: { key?: string; delayMs?: number } = {}) {
  const manners: Manners = { ...GOOD_MANNERS };
  const heard: Record<string, string>[] = [];
  /** One that `echoes` gives the picture that it was sent to work on, in the size asked for. */
  const state = { delayMs, status: 200, models: ['gpt-image-1', 'gpt-5', 'flux-dev'], echoes: false };

  const answer = async ({ texts, pictures: { image } }: Call): Promise<Buffer> => {
    if (manners.garbage) return Buffer.from('no picture');
    const [width = 0, height = 0] = (texts['size'] ?? '').split('x').map(Number);
    if (!state.echoes || !image) return paintedFrom(`${texts['prompt']} ${Math.random()}`, { width, height });
    return sharp(image).resize({ width, height, fit: 'cover' }).png().toBuffer();
  };
  const backend = await openBackend(async (request, response) => {
    const refuse = (message: string, status: number) => sendJson(response, { error: { message } }, status);
    if (request.headers.authorization !== `Bearer ${key}`) return refuse('key', 401);
    if (request.url === '/v1/models') return sendJson(response, { data: state.models.map((id) => ({ id })) });
    const call = await readCall(request);
    heard.push({ ...call.texts, path: request.url ?? '' });
    while (manners.hangs) await delay(10);
    await delay(state.delayMs);
    if (state.status !== 200) return refuse('no', state.status);
    const fault = await faultOf(call);
    if (fault) return refuse(fault, 400);
    sendJson(response, { created: 1, data: [{ b64_json: (await answer(call)).toString('base64') }] });
  });
  return { url: `${backend.url}/v1`, manners, state, heard, stop: () => backend.stop(), start: () => backend.start() };
}
