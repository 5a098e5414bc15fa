import type { QueryClient } from '@tanstack/react-query';
import { BoardDockLater } from '../features/boards/components/BoardDockLater.tsx';
import { GalleryPage } from '../features/gallery/GalleryPage.tsx';
import { beginWall, filterOf, parseGallerySearch } from '../features/gallery/index.ts';
import type { GallerySearch } from '../features/gallery/index.ts';
import { go, readSearch, useSearch } from '../lib/way/index.ts';

/** Back takes the last step back: a filter, a page. What is typed is one step. */
const onSearch = (search: GallerySearch, { isTyping = false }: { readonly isTyping?: boolean } = {}) =>
  void go({ to: '/gallery', search, replace: isTyping });

/** `/gallery`, with search, filters, order and page in its address. */
export function GalleryRoute() {
  const search = useSearch(parseGallerySearch);
  return <GalleryPage search={search} onSearch={onSearch} boards={(selection) => <BoardDockLater {...selection} />} />;
}

/** Asks for what the page will show at the address one is at. */
export function beginGallery(client: QueryClient): Promise<void> {
  const search = parseGallerySearch(readSearch(location.search));
  return beginWall(client, { filter: filterOf(search), sort: search.sort ?? 'NEWEST' });
}
