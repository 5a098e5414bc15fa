export { describeImageEngine, type EngineUnderTest } from './image-engine-contract.ts';
export { bombPng, discMask, padPng, testPicture } from './pictures.ts';
export { openComfyServer } from './comfyui-server.ts';
export { openInvokeServer } from './invokeai-server.ts';
export { openOpenaiServer } from './openai-server.ts';
