import { ImageStyle } from './ImageStyle.ts';
import { Model } from './Model.ts';
import { ModelLimits } from './ModelLimits.ts';
import { generateImage } from './Mutation/generateImage.ts';
import { inpaintImage } from './Mutation/inpaintImage.ts';
import { transformImage } from './Mutation/transformImage.ts';
import { upscaleImage } from './Mutation/upscaleImage.ts';
import { model } from './Query/model.ts';
import { models } from './Query/models.ts';
import { quoteImage } from './Query/quoteImage.ts';
import { styles } from './Query/styles.ts';

export const resolvers = {
  ImageStyle,
  Model,
  ModelLimits,
  Query: { model, models, quoteImage, styles },
  Mutation: { generateImage, inpaintImage, transformImage, upscaleImage },
};
