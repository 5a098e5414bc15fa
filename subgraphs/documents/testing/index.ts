export { askRoom, only, someone } from './ask-room.ts';
export { openReadingRoom } from './reading-room.ts';
export type { ReadingRoom } from './reading-room.ts';
export {
  CLIP,
  CLIPS,
  DELETE_CLIP,
  QUOTE_SPEAK,
  QUOTE_TRANSCRIBE,
  SPEAK_TEXT,
  TRANSCRIBE_SPEECH,
  TRANSCRIBERS,
  TRANSCRIPT,
  TRANSCRIPTS,
  VOICES,
} from './speech-queries.ts';
export {
  BRAILLE_DOCUMENT,
  CORRECT_BLOCK,
  DELETE_DOCUMENT,
  DOCUMENT,
  DOCUMENTS,
  FIND,
  MOVE_BLOCK,
  QUOTE_BRAILLE,
  QUOTE_READ,
  READ_DOCUMENT,
  RENDITION,
  UNDO_CORRECTION,
} from './queries.ts';
