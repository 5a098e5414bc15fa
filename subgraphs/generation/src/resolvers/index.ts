import { Model } from './Model.ts';
import { generateImage } from './Mutation/generateImage.ts';
import { model } from './Query/model.ts';
import { models } from './Query/models.ts';
import { quoteImage } from './Query/quoteImage.ts';

export const resolvers = { Model, Query: { model, models, quoteImage }, Mutation: { generateImage } };
