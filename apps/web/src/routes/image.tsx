import { getRouteApi } from '@tanstack/react-router';
import { ImagePage } from '../features/gallery/ImagePage.tsx';

const route = getRouteApi('/studio/gallery/$imageId');

/** `/gallery/$imageId` */
export function ImageRoute() {
  const { imageId } = route.useParams();
  return <ImagePage key={imageId} imageId={imageId} />;
}
