import { ImagePage } from '../features/gallery/ImagePage.tsx';
import { useParams } from '../lib/way/index.ts';

/** `/gallery/$imageId` */
export function ImageRoute() {
  const { imageId } = useParams('/gallery/$imageId');
  return <ImagePage key={imageId} imageId={imageId} />;
}
