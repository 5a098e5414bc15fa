import { z } from 'zod';
import type { EngineModel, ImageRequest, ImageTask } from './contract.ts';
import { UPSCALE_FACTORS } from './contract.ts';
import { EngineError } from './engine-error.ts';

const filled = /[^\s\p{C}]/u;
/** What any encoded source may weigh; its pixels are bounded when it is decoded. */
const SOURCE_BYTES_MAX = 32 * 1024 * 1024;
/** Pictures that are worked on may be smaller and of odder sides than those that are made. */
const EDITED_SIDE_PIXELS_MIN = 16;

type Limits = EngineModel['limits'];

const picture = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength > 0, 'must be a picture')
  .refine((bytes) => bytes.byteLength <= SOURCE_BYTES_MAX, 'is too large');

/** Characters, not the halves some are written in: an emoji is one. */
const words = (charsMax: number) =>
  z
    .string()
    .refine((text) => text.length <= charsMax || [...text].length <= charsMax, `has more than ${charsMax} characters`);

function fields(limits: Limits, task: ImageTask) {
  const prompt = words(limits.promptCharsMax);
  const own = z
    .int()
    .min(limits.sidePixelsMin)
    .max(limits.sidePixelsMax)
    .multipleOf(limits.sideMultiplePixels, `must be a multiple of ${limits.sideMultiplePixels}`);
  const longest = task === 'UPSCALE' ? (limits.upscaledSidePixelsMax ?? limits.sidePixelsMax) : limits.sidePixelsMax;
  const side = task === 'UPSCALE' || task === 'INPAINT' ? z.int().min(EDITED_SIDE_PIXELS_MIN).max(longest) : own;
  return {
    modelId: z.string().optional(),
    prompt: task === 'UPSCALE' || task === 'INPAINT' ? prompt : prompt.regex(filled, 'must not be empty'),
    negativePrompt: words(limits.negativePromptCharsMax).optional(),
    width: side,
    height: side,
    seed: z.int().min(0),
    steps: z.int().min(limits.stepsMin).max(limits.stepsMax),
    guidance: z.number().min(0).max(100).optional(),
    task: z.literal(task),
  };
}

const strength = z.number().min(0).max(1).optional();

function requestSchema(limits: Limits, task: ImageTask) {
  const base = fields(limits, task);
  if (task === 'IMAGE_TO_IMAGE') return z.object({ ...base, source: picture, strength });
  if (task === 'INPAINT') return z.object({ ...base, source: picture, mask: picture, strength });
  if (task === 'UPSCALE') return z.object({ ...base, source: picture, factor: z.literal(UPSCALE_FACTORS) });
  return z.object(base);
}

/** Checks a request against a model. Throws `EngineError` INVALID_REQUEST naming the first field at fault. */
export function parseImageRequest(request: ImageRequest, model: Pick<EngineModel, 'limits' | 'tasks'>): ImageRequest {
  if (!model.tasks.includes(request.task))
    throw new EngineError('INVALID_REQUEST', `task: ${request.task} is not among what this model does`);
  const parsed = requestSchema(model.limits, request.task).safeParse(request);
  if (parsed.success) return parsed.data as ImageRequest;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'request';
  throw new EngineError('INVALID_REQUEST', `${field}: ${issue?.message ?? 'not understood'}`);
}
