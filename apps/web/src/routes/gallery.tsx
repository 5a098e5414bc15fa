import { BoardDock } from '../features/boards/index.ts';
import { GalleryPage } from '../features/gallery/GalleryPage.tsx';
import { parseGallerySearch } from '../features/gallery/index.ts';
import type { GallerySearch } from '../features/gallery/index.ts';
import { go, useSearch } from '../lib/way/index.ts';

const onSearch = (search: GallerySearch) => void go({ to: '/gallery', search, replace: true });

/** `/gallery`, with search, filters, order and page in its address. */
export function GalleryRoute() {
  const search = useSearch(parseGallerySearch);
  return <GalleryPage search={search} onSearch={onSearch} boards={(selection) => <BoardDock {...selection} />} />;
}
