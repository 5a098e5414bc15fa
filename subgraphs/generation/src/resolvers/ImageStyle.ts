import type { GenerationContext } from '../context.ts';
import type { ImageStyle as StyleOf } from '../domain/styles.ts';
import { styleName } from '../messages.ts';

export const ImageStyle = {
  name: ({ id }: StyleOf, _: unknown, { viewer }: GenerationContext) => styleName(id, viewer.locale),
};
