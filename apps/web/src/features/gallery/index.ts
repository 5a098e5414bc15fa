export { PictureWall } from './components/PictureWall.tsx';
export type { PictureWallProps } from './components/PictureWall.tsx';
export { beginWall } from './hooks/begin-wall.ts';
export { filterOf, parseGallerySearch } from './model/wall-filter.ts';
export type { GallerySearch } from './model/wall-filter.ts';
