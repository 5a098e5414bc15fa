import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { BoardDock } from '../features/boards/index.ts';
import { GalleryPage } from '../features/gallery/GalleryPage.tsx';
import type { GallerySearch } from '../features/gallery/index.ts';

const route = getRouteApi('/studio/gallery');

/** `/gallery`, with search, filters, order and page in its address. */
export function GalleryRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const onSearch = useCallback((next: GallerySearch) => void navigate({ search: next, replace: true }), [navigate]);
  return <GalleryPage search={search} onSearch={onSearch} boards={(selection) => <BoardDock {...selection} />} />;
}
