export type {
  EngineModel,
  EngineModelLimits,
  ImageEngine,
  ImageProgress,
  ImageRequest,
  ImageResult,
  ImageRunOptions,
  ImageTask,
  UpscaleFactor,
} from './contract.ts';
export { PREVIEW_CHARS_MAX, UPSCALE_FACTORS } from './contract.ts';
export { EngineError, type EngineErrorCode } from './engine-error.ts';
export { parseImageRequest } from './image-request.ts';
export { joinWords } from './joined-words.ts';
export { NEURAL_TIMEOUTS } from './remote/neural-model.ts';
export { decodeMask } from './pictures/decode.ts';
export { readPictureHead, SOURCE_PIXELS_MAX, type PictureHead } from './pictures/picture-head.ts';
export { createSketchEngine, type SketchOptions } from './sketch/engine.ts';
export { SKETCH_MODEL } from './sketch/model.ts';
export { type ComfyOptions, createComfyEngine } from './comfyui/engine.ts';
export { createInvokeEngine, type InvokeOptions } from './invokeai/engine.ts';
export { createOpenaiEngine, type OpenaiOptions } from './openai/engine.ts';
export { createEngineRouter, type EngineRouter, type ModelState, type RouterOptions } from './router/router.ts';
