export type {
  EngineModel,
  EngineModelLimits,
  ImageEngine,
  ImageProgress,
  ImageRequest,
  ImageResult,
  ImageRunOptions,
  ImageTask,
} from './contract.ts';
export { PREVIEW_CHARS_MAX } from './contract.ts';
export { EngineError, type EngineErrorCode } from './engine-error.ts';
export { parseImageRequest } from './image-request.ts';
export { createSketchEngine, type SketchOptions } from './sketch/engine.ts';
export { SKETCH_MODEL } from './sketch/model.ts';
