import type { ImageRequest } from '../contract.ts';

/** A workflow in ComfyUI's API form: node id → class and inputs; `[id, n]` is output `n` of a node. */
export type ComfyGraph = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

/** What ComfyUI is asked to make, with its sources uploaded. Sides are those the model works at. */
export interface ComfyOrder {
  readonly request: ImageRequest;
  readonly width: number;
  readonly height: number;
  readonly checkpoint: string;
  readonly upscaler: string | undefined;
  /** Names that the backend gave to what was uploaded. */
  readonly source?: string;
  readonly mask?: string;
}

/** The node whose picture is the result. */
export const OUTPUT_NODE = 'result';
const DEFAULT_GUIDANCE = 7;
const DEFAULT_STRENGTH = 0.6;

const save = (images: [string, number]) => ({
  class_type: 'SaveImage',
  inputs: { images, filename_prefix: 'modu' },
});

function upscaleGraph({ source, upscaler, width, height }: ComfyOrder): ComfyGraph {
  return {
    source: { class_type: 'LoadImage', inputs: { image: source } },
    upscaler: { class_type: 'UpscaleModelLoader', inputs: { model_name: upscaler } },
    enlarged: {
      class_type: 'ImageUpscaleWithModel',
      inputs: { upscale_model: ['upscaler', 0], image: ['source', 0] },
    },
    // The model decides how many times it enlarges; the result is brought to the size asked for.
    sized: {
      class_type: 'ImageScale',
      inputs: { image: ['enlarged', 0], upscale_method: 'lanczos', width, height, crop: 'disabled' },
    },
    [OUTPUT_NODE]: save(['sized', 0]),
  };
}

/** Where denoising begins: empty latents, those of the source, or those of the source with a mask. */
function latents({ source, mask, width, height }: ComfyOrder): ComfyGraph {
  if (!source) return { latents: { class_type: 'EmptyLatentImage', inputs: { width, height, batch_size: 1 } } };
  const encoded = {
    source: { class_type: 'LoadImage', inputs: { image: source } },
    encoded: { class_type: 'VAEEncode', inputs: { pixels: ['source', 0], vae: ['checkpoint', 2] } },
  };
  if (!mask) return { ...encoded, latents: encoded.encoded };
  return {
    ...encoded,
    mask: { class_type: 'LoadImageMask', inputs: { image: mask, channel: 'red' } },
    latents: { class_type: 'SetLatentNoiseMask', inputs: { samples: ['encoded', 0], mask: ['mask', 0] } },
  };
}

/** The workflow of a request. */
export function comfyGraph(order: ComfyOrder): ComfyGraph {
  const { request, checkpoint } = order;
  if (request.task === 'UPSCALE') return upscaleGraph(order);
  const denoise = request.task === 'TEXT_TO_IMAGE' ? 1 : (request.strength ?? DEFAULT_STRENGTH);
  const words = (text: string) => ({ class_type: 'CLIPTextEncode', inputs: { text, clip: ['checkpoint', 1] } });
  return {
    checkpoint: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: checkpoint } },
    positive: words(request.prompt),
    negative: words(request.negativePrompt ?? ''),
    ...latents(order),
    sampler: {
      class_type: 'KSampler',
      inputs: {
        model: ['checkpoint', 0],
        positive: ['positive', 0],
        negative: ['negative', 0],
        latent_image: ['latents', 0],
        ...{ seed: request.seed, steps: request.steps, cfg: request.guidance ?? DEFAULT_GUIDANCE },
        ...{ sampler_name: 'euler', scheduler: 'normal', denoise },
      },
    },
    decoded: { class_type: 'VAEDecode', inputs: { samples: ['sampler', 0], vae: ['checkpoint', 2] } },
    [OUTPUT_NODE]: save(['decoded', 0]),
  };
}
