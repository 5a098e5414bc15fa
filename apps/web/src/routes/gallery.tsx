import { GalleryPage } from '../features/gallery/GalleryPage.tsx';

/** `/gallery` */
export function GalleryRoute() {
  return <GalleryPage />;
}
