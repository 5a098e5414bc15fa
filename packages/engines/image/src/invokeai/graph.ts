import type { ImageRequest } from '../contract.ts';
import { draftGraph } from './graph-draft.ts';
import type { GraphDraft, InvokeGraph } from './graph-draft.ts';
import type { FluxParts, FoundModel } from './models.ts';

/** What InvokeAI is asked to make, with its sources uploaded. Sides are those the model works at. */
export interface InvokeOrder {
  readonly id: string;
  readonly request: ImageRequest;
  readonly found: FoundModel;
  readonly width: number;
  readonly height: number;
  /** Names that the backend gave to what was uploaded; of the mask, what is black is made anew. */
  readonly source?: string;
  readonly mask?: string;
}

/** The node whose picture is the result. */
export const OUTPUT_NODE = 'result';
const DEFAULT_STRENGTH = 0.6;
/** The decoder of SDXL overflows in half precision, and the picture is black; InvokeAI's own studio asks for the full one, too. */
const FULL_PRECISION = { fp32: true } as const;
const GUIDANCE = { 'sd-1': 7.5, sdxl: 6, flux: 4 } as const;

/** At which share of denoising to begin. FLUX changes most near its start, hence the root. */
function startOf({ request, found }: InvokeOrder): number {
  if (request.task === 'TEXT_TO_IMAGE') return 0;
  const strength = request.strength ?? DEFAULT_STRENGTH;
  return 1 - (found.family === 'flux' ? strength ** 0.2 : strength);
}

/** Words of SD 1.5 pass by `clip_skip`; SDXL reads each text twice, as content and as style. */
function addWords(draft: GraphDraft, { request, found }: InvokeOrder): void {
  const { prompt, negativePrompt = '' } = request;
  const isLarge = found.family === 'sdxl';
  if (!isLarge) {
    draft.node('clip_skip', 'clip_skip', { skipped_layers: 0 });
    draft.edges(['model.clip', 'clip_skip.clip']);
  }
  for (const [side, text] of [
    ['positive', prompt],
    ['negative', negativePrompt],
  ] as const) {
    if (isLarge) draft.node(side, 'sdxl_compel_prompt', { prompt: text, style: text });
    else draft.node(side, 'compel', { prompt: text });
    draft.node(`${side}_collect`, 'collect');
    if (isLarge) draft.edges(['model.clip', `${side}.clip`], ['model.clip2', `${side}.clip2`]);
    else draft.edges(['clip_skip.clip', `${side}.clip`]);
    draft.edges(
      [`${side}.conditioning`, `${side}_collect.item`],
      [`${side}_collect.collection`, `denoise.${side}_conditioning`],
    );
  }
}

/** Latents of the source, and a mask when only a part is made anew. */
function addSource(draft: GraphDraft, { source, mask, found }: InvokeOrder): void {
  if (!source) return;
  const isFlux = found.family === 'flux';
  const image = { image: { image_name: source } };
  const precision = isFlux ? {} : FULL_PRECISION;
  draft.node('encode', isFlux ? 'flux_vae_encode' : 'i2l', { ...image, ...precision });
  draft.edges(['model.vae', 'encode.vae'], ['encode.latents', 'denoise.latents']);
  if (!mask) return;
  draft.node('mask', 'create_gradient_mask', {
    ...{ ...image, mask: { image_name: mask }, edge_radius: 16, coherence_mode: 'Gaussian Blur', minimum_denoise: 0 },
    ...precision,
  });
  draft.edges(['model.vae', 'mask.vae'], ['mask.denoise_mask', 'denoise.denoise_mask']);
  if (!isFlux) draft.edges(['model.unet', 'mask.unet']);
}

function stableDiffusion(order: InvokeOrder): InvokeGraph {
  const { id, request, found, width, height } = order;
  const draft = draftGraph(id);
  draft.node('model', found.family === 'sdxl' ? 'sdxl_model_loader' : 'main_model_loader', { model: found.main });
  draft.node('noise', 'noise', { seed: request.seed, width, height, use_cpu: true });
  draft.node('denoise', 'denoise_latents', {
    ...{ steps: request.steps, cfg_scale: request.guidance ?? GUIDANCE[found.family], scheduler: 'euler' },
    ...{ denoising_start: startOf(order), denoising_end: 1 },
  });
  addWords(draft, order);
  addSource(draft, order);
  draft.node(OUTPUT_NODE, 'l2i', FULL_PRECISION);
  draft.edges(
    ['model.unet', 'denoise.unet'],
    ['noise.noise', 'denoise.noise'],
    ['model.vae', `${OUTPUT_NODE}.vae`],
    ['denoise.latents', `${OUTPUT_NODE}.latents`],
  );
  return draft.finish();
}

/** FLUX has no noise node: the seed is the denoiser's own. Nor does it read negative words. */
function flux(order: InvokeOrder, parts: FluxParts): InvokeGraph {
  const { id, request, found, width, height } = order;
  const draft = draftGraph(id);
  const helpers = { t5_encoder_model: parts.t5, clip_embed_model: parts.clip, vae_model: parts.vae };
  draft.node('model', 'flux_model_loader', { model: found.main, ...helpers });
  draft.node('positive', 'flux_text_encoder', { prompt: request.prompt });
  draft.node('positive_collect', 'collect');
  draft.node('denoise', 'flux_denoise', {
    ...{ seed: request.seed, width, height, num_steps: request.steps, scheduler: 'euler' },
    ...{ guidance: request.guidance ?? GUIDANCE.flux, denoising_start: startOf(order), denoising_end: 1 },
  });
  addSource(draft, order);
  draft.node(OUTPUT_NODE, 'flux_vae_decode');
  draft.edges(
    ['model.clip', 'positive.clip'],
    ['model.t5_encoder', 'positive.t5_encoder'],
    ['model.max_seq_len', 'positive.t5_max_seq_len'],
    ['positive.conditioning', 'positive_collect.item'],
    ['positive_collect.collection', 'denoise.positive_text_conditioning'],
    ['model.transformer', 'denoise.transformer'],
    ['model.vae', 'denoise.controlnet_vae'],
    ['model.vae', `${OUTPUT_NODE}.vae`],
    ['denoise.latents', `${OUTPUT_NODE}.latents`],
  );
  return draft.finish();
}

/** Of a size asked for, however many times the upscaler enlarges: a larger one need be neither sent nor taken. */
function upscale({ id, request, found, source }: InvokeOrder): InvokeGraph {
  const draft = draftGraph(id);
  draft.node(OUTPUT_NODE, 'spandrel_image_to_image_autoscale', {
    ...{ image: { image_name: source }, image_to_image_model: found.upscaler, tile_size: 512 },
    ...{ scale: request.factor, fit_to_multiple_of_8: false },
  });
  return draft.finish();
}

/** The graph of a request, for the family of its model. */
export function invokeGraph(order: InvokeOrder): InvokeGraph {
  if (order.request.task === 'UPSCALE') return upscale(order);
  return order.found.flux ? flux(order, order.found.flux) : stableDiffusion(order);
}
