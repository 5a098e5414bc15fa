export { openReadingRoom } from './reading-room.ts';
export type { ReadingRoom } from './reading-room.ts';
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
