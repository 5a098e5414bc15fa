interface Node {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}
export interface Graph {
  readonly nodes: Record<string, Node>;
  readonly edges: { source: { node_id: string; field: string }; destination: { node_id: string; field: string } }[];
}

const model = (name: string, base: string, type = 'main', variant?: string) => ({
  key: `key-${name}`,
  hash: `blake3:${name}`,
  name,
  base,
  type,
  ...(variant ? { variant } : {}),
});
export const INVOKE_MODELS = [
  model('Dreamshaper 8', 'sd-1'),
  model('Juggernaut XL v9', 'sdxl'),
  model('FLUX Schnell', 'flux', 'main', 'schnell'),
  model('FLUX Fill', 'flux', 'main', 'dev_fill'),
  model('t5_bnb', 'any', 't5_encoder'),
  model('clip-vit-bigG', 'any', 'clip_embed', 'gigantic'),
  model('clip-vit-large', 'any', 'clip_embed', 'large'),
  model('FLUX.1 VAE', 'flux', 'vae'),
  model('RealESRGAN_x4plus', 'any', 'spandrel_image_to_image'),
  model('Some LoRA', 'sd-1', 'lora'),
];

/** The fields that each node must be given, by an edge or by itself: an excerpt of InvokeAI's OpenAPI document. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  main_model_loader: ['model'],
  sdxl_model_loader: ['model'],
  flux_model_loader: ['model', 't5_encoder_model', 'clip_embed_model', 'vae_model'],
  clip_skip: ['clip'],
  compel: ['prompt', 'clip'],
  sdxl_compel_prompt: ['prompt', 'style', 'clip', 'clip2'],
  flux_text_encoder: ['prompt', 'clip', 't5_encoder', 't5_max_seq_len'],
  collect: ['item'],
  noise: ['seed', 'width', 'height'],
  denoise_latents: [
    'unet',
    'positive_conditioning',
    'negative_conditioning',
    'noise',
    'steps',
    'cfg_scale',
    'scheduler',
  ],
  flux_denoise: ['transformer', 'positive_text_conditioning', 'seed', 'width', 'height', 'num_steps', 'guidance'],
  i2l: ['image', 'vae'],
  flux_vae_encode: ['image', 'vae'],
  create_gradient_mask: ['mask'],
  l2i: ['latents', 'vae'],
  flux_vae_decode: ['latents', 'vae'],
  spandrel_image_to_image: ['image', 'image_to_image_model'],
  spandrel_image_to_image_autoscale: ['image', 'image_to_image_model'],
};

/** What InvokeAI would not take of a graph. */
export function faultsOf({ nodes, edges }: Graph): string[] {
  const fed = new Set(edges.map(({ destination }) => `${destination.node_id}.${destination.field}`));
  const loose = edges.filter(({ source, destination }) => !nodes[source.node_id] || !nodes[destination.node_id]);
  const missing = Object.values(nodes).flatMap(({ id, type, ...fields }) =>
    (REQUIRED[type] ?? ['unknown node'])
      .filter((field) => fields[field] === undefined && !fed.has(`${id}.${field}`))
      .map((field) => `${id}.${field}`),
  );
  return [...missing, ...loose.map(({ source }) => `edge from ${source.node_id}`)];
}
