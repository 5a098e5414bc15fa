export { describeImageEngine, type EngineUnderTest } from './image-engine-contract.ts';
