import { z } from 'zod';
import type { ImageEngine } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import { joinWords } from '../joined-words.ts';
import { openHttp } from '../remote/http.ts';
import type { CallOptions, Http } from '../remote/http.ts';
import { neuralModel, slugOf } from '../remote/neural-model.ts';
import { createRemoteEngine } from '../remote/remote-engine.ts';
import type { Order } from '../remote/remote-engine.ts';
import { cutFromFrame, frameIn, frameMask, frameSource } from './frame.ts';
import type { Frame } from './frame.ts';
import { maskForOpenai } from './mask.ts';
import { mannerOf, nearestSize } from './models.ts';

export interface OpenaiOptions {
  /** Up to and with the version: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly key?: string | undefined;
  /** The models that make pictures, when the service lists others too. All that look like it when absent. */
  readonly models?: readonly string[] | undefined;
  readonly timeoutMs?: number;
}

const listed = z.object({ data: z.array(z.object({ id: z.string() })) });
const made = z.object({
  data: z.array(
    z.object({ b64_json: z.string().nullish(), url: z.string().nullish(), revised_prompt: z.string().nullish() }),
  ),
});

/** The service takes no number of steps; a picture counts as so many, as dear as others are by default. */
const STEPS_OF_A_PICTURE = 20;
const IMAGE_MODELS = /image|dall|flux|diffusion|sdxl|kandinsky|imagen|seedream/i;
const TIMEOUT_MS = 5 * 60_000;

const pngFile = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)], { type: 'image/png' });

interface Call {
  readonly path: string;
  readonly body: object | FormData;
  /** Where the source lies in what is sent; absent when the model makes its very size, or there is none. */
  readonly frame?: Frame | undefined;
}

async function call(model: string, { request, prepared }: Order<string>): Promise<Call> {
  const manner = mannerOf(model);
  const size = nearestSize(manner, prepared);
  const plain = { model, prompt: joinWords(request), n: 1, size: `${size.width}x${size.height}` };
  const fields = { ...plain, ...(manner.refusesFormat ? {} : { response_format: 'b64_json' }) };
  const { source, mask } = prepared;
  if (!source) return { path: '/images/generations', body: fields };
  const frame = manner.sizes && frameIn(size, prepared);
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, String(value));
  form.append('image', pngFile(frame ? await frameSource(source, frame) : source), 'source.png');
  const hole = mask && (await maskForOpenai(frame ? await frameMask(mask, frame) : mask));
  if (hole) form.append('mask', pngFile(hole), 'mask.png');
  return { path: '/images/edits', body: form, frame };
}

async function bytesOf(image: z.output<typeof made>['data'][number] | undefined, timing: CallOptions) {
  if (image?.b64_json) return Buffer.from(image.b64_json, 'base64');
  if (!image?.url) throw new EngineError('FAILED', 'The service sent no picture.');
  // Somewhere else than the service, so without its key.
  return openHttp('').bytes(image.url, { ...timing, timeoutMs: 60_000 });
}

async function make(http: Http, options: OpenaiOptions, order: Order<string>) {
  const { path, body, frame } = await call(order.found, order);
  const timing: CallOptions = { timeoutMs: options.timeoutMs ?? TIMEOUT_MS, signal: order.signal };
  const [image] = (await http.json(path, made, { ...timing, method: 'POST', body })).data;
  const metadata = {
    ...{ backend: 'OpenAI images API', remoteModel: order.found, seedUsed: false },
    ...(image?.revised_prompt ? { revisedPrompt: image.revised_prompt } : {}),
  };
  const bytes = await bytesOf(image, timing);
  return { bytes: frame ? await cutFromFrame(bytes, frame) : bytes, metadata };
}

/** Any service with OpenAI's images API as an engine. It tells nothing of its progress and takes no seed. */
export function createOpenaiEngine(options: OpenaiOptions): ImageEngine {
  const http = openHttp(options.baseUrl, options.key ? { authorization: `Bearer ${options.key}` } : {});
  return createRemoteEngine<string>({
    ...{ id: 'openai', name: 'Images API' },
    discover: async (signal) => {
      const { data } = await http.json('/models', listed, { signal });
      const wanted = ({ id }: { id: string }) => options.models?.includes(id) ?? IMAGE_MODELS.test(id);
      return data.filter(wanted).map(({ id }) => ({
        found: id,
        model: neuralModel({
          id: `openai:${slugOf(id)}`,
          name: id,
          description: `The model ${id}, run by a service with OpenAI’s images API. It takes no seed.`,
          ...{ tasks: [...mannerOf(id).tasks], side: 1024, joinsNegativePrompt: true },
          ...{ steps: STEPS_OF_A_PICTURE, ignoresSteps: true },
        }),
      }));
    },
    make: (order) => make(http, options, order),
  });
}
