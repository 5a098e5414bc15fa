import { BoardDock } from '../features/boards/index.ts';
import { GalleryPage } from '../features/gallery/GalleryPage.tsx';
import { parseGallerySearch } from '../features/gallery/index.ts';
import type { GallerySearch } from '../features/gallery/index.ts';
import { go, useSearch } from '../lib/way/index.ts';

/** Back takes the last step back: a filter, a page. What is typed is one step. */
const onSearch = (search: GallerySearch, { isTyping = false }: { readonly isTyping?: boolean } = {}) =>
  void go({ to: '/gallery', search, replace: isTyping });

/** `/gallery`, with search, filters, order and page in its address. */
export function GalleryRoute() {
  const search = useSearch(parseGallerySearch);
  return <GalleryPage search={search} onSearch={onSearch} boards={(selection) => <BoardDock {...selection} />} />;
}
