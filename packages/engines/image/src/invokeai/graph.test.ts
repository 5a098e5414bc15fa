import { describe, expect, it } from 'vitest';
import { INVOKE_MODELS } from '../../testing/invokeai-schema.ts';
import type { ImageRequest } from '../contract.ts';
import { invokeGraph } from './graph.ts';
import { offerModels } from './models.ts';

const request: ImageRequest = { prompt: 'a lake', width: 512, height: 512, seed: 1, steps: 4, task: 'INPAINT' };
const order = { id: 'graph', request, width: 512, height: 512, source: 'source.png', mask: 'mask.png' };

/** Where the latents of a picture are made, or a picture of latents. */
const CODERS = ['l2i', 'i2l', 'create_gradient_mask'];

describe.each(['sd-1', 'sdxl'])('A picture of the family %s', (family) => {
  it('is decoded and encoded in full precision: half of it can be too little, and leaves a black one', () => {
    const { found } = offerModels(INVOKE_MODELS).find((offer) => offer.found.family === family)!;

    const { nodes } = invokeGraph({ ...order, found });

    const coders = Object.values(nodes).filter(({ type }) => CODERS.includes(type));
    expect(coders.map(({ type, ['fp32']: full }) => [type, full])).toEqual([
      ['i2l', true],
      ['create_gradient_mask', true],
      ['l2i', true],
    ]);
  });
});
