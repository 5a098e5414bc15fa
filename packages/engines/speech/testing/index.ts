export { speakerSuite } from './speaker-suite.ts';
