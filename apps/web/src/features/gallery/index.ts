export { PictureWall } from './components/PictureWall.tsx';
export type { PictureWallProps } from './components/PictureWall.tsx';
export { beginWall } from './hooks/begin-wall.ts';
export { goOnFrom } from './model/beyond.ts';
export { filterOf, parseBoardSearch, parseGallerySearch } from './model/wall-filter.ts';
export type { BoardSearch, GallerySearch } from './model/wall-filter.ts';
