export { aTone } from './a-tone.ts';
export { onnxConfig, onnxModel, ONNX_RUNTIME_FOLDER, putOnnxVoice, spellingOf } from './onnx-voice.ts';
export type { Spelling } from './onnx-voice.ts';
export { speakerSuite } from './speaker-suite.ts';
export { openSpeechApi } from './speech-api.ts';
export type { SpeechApiServer, SpeechCall } from './speech-api.ts';
export { encodeRecording, ENCODED_FORMS } from './encode-recording.ts';
export type { EncodedForm } from './encode-recording.ts';
