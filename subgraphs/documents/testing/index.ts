export { openReadingRoom } from './reading-room.ts';
export type { ReadingRoom } from './reading-room.ts';
export { CLIP, CLIPS, DELETE_CLIP, QUOTE_SPEAK, SPEAK_TEXT, VOICES } from './speech-queries.ts';
export {
  BRAILLE_DOCUMENT,
  DELETE_DOCUMENT,
  DOCUMENT,
  DOCUMENTS,
  QUOTE_BRAILLE,
  QUOTE_READ,
  READ_DOCUMENT,
  RENDITION,
} from './queries.ts';
