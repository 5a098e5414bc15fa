export { describeImageEngine, type EngineUnderTest } from './image-engine-contract.ts';
export { bombPng, discMask, testPicture } from './pictures.ts';
