import { z } from 'zod';
import type { EngineModelLimits, ImageRequest } from './contract.ts';
import { EngineError } from './engine-error.ts';

const filled = /[^\s\p{C}]/u;

function requestSchema(limits: EngineModelLimits) {
  const side = z
    .int()
    .min(limits.sidePixelsMin)
    .max(limits.sidePixelsMax)
    .multipleOf(limits.sideMultiplePixels, `must be a multiple of ${limits.sideMultiplePixels}`);
  return z.object({
    prompt: z.string().max(limits.promptCharsMax).regex(filled, 'must not be empty'),
    negativePrompt: z.string().max(limits.negativePromptCharsMax).optional(),
    width: side,
    height: side,
    seed: z.int().min(0),
    steps: z.int().min(limits.stepsMin).max(limits.stepsMax),
    guidance: z.number().min(0).max(100).optional(),
    task: z.literal('TEXT_TO_IMAGE'),
  });
}

/** Checks a request against a model's limits. Throws `EngineError` INVALID_REQUEST naming the first field at fault. */
export function parseImageRequest(request: ImageRequest, limits: EngineModelLimits): ImageRequest {
  const parsed = requestSchema(limits).safeParse(request);
  if (parsed.success) return parsed.data as ImageRequest;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'request';
  throw new EngineError('INVALID_REQUEST', `${field}: ${issue?.message ?? 'not understood'}`);
}
