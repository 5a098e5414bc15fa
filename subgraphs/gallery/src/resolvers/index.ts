import { Image } from './Image.ts';
import { createImage } from './Mutation/createImage.ts';
import { deleteImages } from './Mutation/deleteImages.ts';
import { emptyTrash } from './Mutation/emptyTrash.ts';
import { purgeImages } from './Mutation/purgeImages.ts';
import { restoreImages } from './Mutation/restoreImages.ts';
import { starImages } from './Mutation/starImages.ts';
import { tagImages } from './Mutation/tagImages.ts';
import { updateImage } from './Mutation/updateImage.ts';
import { image } from './Query/image.ts';
import { imageFacets } from './Query/imageFacets.ts';
import { images } from './Query/images.ts';
import { imageTimeline } from './Query/imageTimeline.ts';

export const resolvers = {
  Query: { image, images, imageTimeline, imageFacets },
  Mutation: {
    createImage,
    updateImage,
    starImages,
    tagImages,
    deleteImages,
    restoreImages,
    purgeImages,
    emptyTrash,
  },
  Image,
};
