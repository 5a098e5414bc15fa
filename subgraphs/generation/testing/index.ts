export { openAtelierStudio } from './atelier-studio.ts';
export type { AtelierStudio } from './atelier-studio.ts';
export { createTestEngine } from './test-engine.ts';
export { GENERATE_IMAGE, INPAINT_IMAGE, MODELS, QUOTE_IMAGE, TRANSFORM_IMAGE, UPSCALE_IMAGE } from './documents.ts';
