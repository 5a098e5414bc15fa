import type { EngineModel } from '../contract.ts';

/** Raised whenever the same request would no longer give the same picture. */
export const SKETCH_VERSION = '1.1.0';

/** Sketch's entry in the model list. It says what Sketch is, and what it is not. */
export const SKETCH_MODEL: EngineModel = {
  id: 'sketch-1',
  name: 'Sketch',
  description:
    'A procedural painter: it looks up the words of a prompt (English and Korean) in a lexicon, composes a scene by rule and ' +
    'paints it with simulated brushes. It also repaints, enlarges and mends pictures by rule. No neural network, no training ' +
    'data. It draws what it knows and ignores what it does not.',
  neural: false,
  tasks: ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'UPSCALE', 'INPAINT'],
  defaults: { width: 512, height: 512, steps: 20 },
  limits: {
    sidePixelsMin: 256,
    sidePixelsMax: 1536,
    sideMultiplePixels: 8,
    stepsMin: 1,
    stepsMax: 100,
    promptCharsMax: 2000,
    negativePromptCharsMax: 2000,
    upscaledSidePixelsMax: 3072,
  },
};
