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
const installed = identifier.extend({ variant: z.string().nullish() });
type InstalledModel = z.output<typeof installed>;
export const modelList = z.object({ models: z.array(installed) });

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

/** The first such model, as nodes are given it. */
function pick(models: readonly InstalledModel[], isSuch: (model: InstalledModel) => boolean) {
  const found = models.find(isSuch);
  return found && identifier.parse(found);
}

/** FLUX needs three helpers that are installed apart; without them it can't run, nor with the larger CLIP that others read by. */
function fluxParts(models: readonly InstalledModel[]): FluxParts | undefined {
  const t5 = pick(models, ({ type }) => type === 't5_encoder');
  const clip = pick(models, ({ type, variant }) => type === 'clip_embed' && variant !== 'gigantic');
  const vae = pick(models, ({ type, base }) => type === 'vae' && base === 'flux');
  return t5 && clip && vae && { t5, clip, vae };
}

/** FLUX Fill takes a picture and its hole in a graph of its own. */
const isFill = ({ variant }: InstalledModel) => variant === 'dev_fill' || variant === 'inpaint';

function canRun(model: InstalledModel, flux: FluxParts | undefined): boolean {
  return model.type === 'main' && (model.base !== 'flux' || (flux !== undefined && !isFill(model)));
}

/** The models among all that are installed which can be worked with, as they are offered. */
export function offerModels(models: readonly InstalledModel[]): { model: EngineModel; found: FoundModel }[] {
  const flux = fluxParts(models);
  const upscaler = pick(models, ({ type }) => type === 'spandrel_image_to_image');
  const edits: ImageTask[] = ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'INPAINT'];
  const tasks: ImageTask[] = upscaler ? [...edits, 'UPSCALE'] : edits;
  return models.flatMap((one) => {
    const main = identifier.parse(one);
    const { base: family, name } = main;
    if (!isFamily(family) || !canRun(one, flux)) return [];
    const model = neuralModel({
      id: `invokeai:${family}:${slugOf(name)}`,
      name,
      description: `The ${family.toUpperCase()} model ${name}, run by InvokeAI on a machine of this studio.`,
      tasks: [...tasks],
      ...FAMILIES[family],
      ...(family === 'flux' ? { sideMultiplePixels: 16, ignoresNegativePrompt: true } : {}),
    });
    return [{ model, found: { family, main, upscaler, flux: family === 'flux' ? flux : undefined } }];
  });
}
