export { paintPicture } from './paint-picture.ts';
export { createImage, seedImage, storeOriginal } from './seed-image.ts';
export { startGallery } from './start-gallery.ts';
export type { RunningGallery } from './start-gallery.ts';
export { countReading } from './reading-counter.ts';
export type { ReadingCounter } from './reading-counter.ts';
export { writeRows } from './write-rows.ts';
export type { RowDetails } from './write-rows.ts';
