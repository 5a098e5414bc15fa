import { describe, expect, it } from 'vitest';
import { INVOKE_MODELS } from '../../testing/invokeai-schema.ts';
import { modelList, offerModels } from './models.ts';

const offersOf = (models: readonly object[]) => offerModels(modelList.parse({ models }).models);

describe('The models of an InvokeAI', () => {
  it('have FLUX with the CLIP that it reads, not with the larger one that is installed for others', () => {
    const { found } = offersOf(INVOKE_MODELS).find((offer) => offer.found.family === 'flux')!;

    expect(found.flux?.clip).toEqual({
      key: 'key-clip-vit-large',
      hash: 'blake3:clip-vit-large',
      name: 'clip-vit-large',
      base: 'any',
      type: 'clip_embed',
    });
  });

  it('say that FLUX reads nothing of what is to be left out', () => {
    const unread = offersOf(INVOKE_MODELS).filter(({ model }) => model.ignoresNegativePrompt);
    expect(new Set(unread.map(({ found }) => found.family))).toEqual(new Set(['flux']));
  });

  it('have FLUX also where it is not said which CLIP is which', () => {
    const models = INVOKE_MODELS.filter(({ name }) => name !== 'clip-vit-bigG').map(({ variant: _, ...rest }) => rest);

    expect(offersOf(models).map(({ found }) => found.flux?.clip.name)).toContain('clip-vit-large');
  });

  it('are offered without FLUX Fill, which makes a picture of neither words nor another one', () => {
    expect(offersOf(INVOKE_MODELS).map(({ model }) => model.name)).not.toContain('FLUX Fill');
  });
});
