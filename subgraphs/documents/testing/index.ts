export { openReadingRoom } from './reading-room.ts';
export type { ReadingRoom } from './reading-room.ts';
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
