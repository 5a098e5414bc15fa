import { Picture } from './Picture.tsx';
import type { PictureProps } from './Picture.tsx';

export interface WholePictureProps extends Pick<PictureProps, 'alt' | 'onExpired'> {
  readonly picture: Pick<PictureProps, 'url' | 'thumbhash' | 'width' | 'height'> & { readonly id: string };
}

/** A picture in full, which is what somebody came to see: it is fetched at once. */
export function WholePicture({ picture: { id, url, thumbhash, width, height }, ...rest }: WholePictureProps) {
  return <Picture cacheKey={`${id}/original`} loading="eager" {...{ url, thumbhash, width, height }} {...rest} />;
}
