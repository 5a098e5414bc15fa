import { z } from 'zod';
import type { EngineModel, ImageTask } from '../contract.ts';
import { neuralModel, slugOf } from '../remote/neural-model.ts';

/** What InvokeAI names a model by: the whole of it goes into every node that loads it. */
export const identifier = z.object({
  key: z.string(),
  hash: z.string(),
  name: z.string(),
  base: z.string(),
  type: z.string(),
});
export type ModelIdentifier = z.output<typeof identifier>;
export const modelList = z.object({ models: z.array(identifier) });

/** The families whose graphs are known here. */
export type Family = 'sd-1' | 'sdxl' | 'flux';

/** A model with all that its graphs load beside it. */
export interface FoundModel {
  readonly family: Family;
  readonly main: ModelIdentifier;
  readonly upscaler: ModelIdentifier | undefined;
  readonly flux: FluxParts | undefined;
}

export interface FluxParts {
  readonly t5: ModelIdentifier;
  readonly clip: ModelIdentifier;
  readonly vae: ModelIdentifier;
}

const FAMILIES: Readonly<Record<Family, { readonly side: number; readonly steps: number; readonly guidance: number }>> =
  {
    'sd-1': { side: 512, steps: 30, guidance: 7.5 },
    sdxl: { side: 1024, steps: 30, guidance: 6 },
    flux: { side: 1024, steps: 20, guidance: 4 },
  };

const isFamily = (base: string): base is Family => Object.hasOwn(FAMILIES, base);

/** FLUX needs three helpers that are installed apart; without them it can't run. */
function fluxParts(models: readonly ModelIdentifier[]): FluxParts | undefined {
  const t5 = models.find(({ type }) => type === 't5_encoder');
  const clip = models.find(({ type }) => type === 'clip_embed');
  const vae = models.find(({ type, base }) => type === 'vae' && base === 'flux');
  return t5 && clip && vae && { t5, clip, vae };
}

/** The models among all that are installed which can be worked with, as they are offered. */
export function offerModels(models: readonly ModelIdentifier[]): { model: EngineModel; found: FoundModel }[] {
  const flux = fluxParts(models);
  const upscaler = models.find(({ type }) => type === 'spandrel_image_to_image');
  const edits: ImageTask[] = ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'INPAINT'];
  const tasks: ImageTask[] = upscaler ? [...edits, 'UPSCALE'] : edits;
  return models.flatMap((main) => {
    const { base: family, name, type } = main;
    if (type !== 'main' || !isFamily(family) || (family === 'flux' && !flux)) return [];
    const model = neuralModel({
      id: `invokeai:${family}:${slugOf(name)}`,
      name,
      description: `The ${family.toUpperCase()} model ${name}, run by InvokeAI on a machine of this studio.`,
      tasks: [...tasks],
      ...FAMILIES[family],
      ...(family === 'flux' ? { sideMultiplePixels: 16 } : {}),
    });
    return [{ model, found: { family, main, upscaler, flux: family === 'flux' ? flux : undefined } }];
  });
}
