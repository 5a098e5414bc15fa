import type { OpenShareQuery } from '../../../lib/graph/generated/graphql.ts';
import { VisitedImageDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useVisit } from '../hooks/useVisit.ts';
import type { Opened } from '../hooks/useVisit.ts';
import { DownloadButton } from './DownloadButton.tsx';
import { SharedPicture } from './SharedPicture.tsx';

export interface OpenedPictureProps {
  readonly opened: Opened;
  readonly image: Extract<OpenShareQuery['openShare'], { readonly __typename: 'SharedImage' }>;
}

/** The picture that a link shows, and its file where the owner gives it. */
export function OpenedPicture({ opened, image }: OpenedPictureProps) {
  const within = useVisit(opened, image.visit);
  const findUrl = async () => {
    const seen = await within(async (visit) => (await request(VisitedImageDocument, { visit })).visitedImage);
    return seen.downloadUrl;
  };
  return <SharedPicture image={image} action={image.downloadUrl !== null && <DownloadButton findUrl={findUrl} />} />;
}
