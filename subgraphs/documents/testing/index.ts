export { openReadingRoom } from './reading-room.ts';
export type { ReadingRoom } from './reading-room.ts';
export { DELETE_DOCUMENT, DOCUMENT, DOCUMENTS, QUOTE_READ, READ_DOCUMENT } from './queries.ts';
