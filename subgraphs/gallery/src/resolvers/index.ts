import { Image } from './Image.ts';
import { createImage } from './Mutation/createImage.ts';
import { image } from './Query/image.ts';
import { images } from './Query/images.ts';

export const resolvers = {
  Query: { image, images },
  Mutation: { createImage },
  Image,
};
