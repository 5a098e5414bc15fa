import { answer } from '@modu/subgraph';
import type { GenerationContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { generateImage as generate } from '../../operations/generate-image.ts';
import type { GenerateImageInput } from '../../operations/generate-image.ts';

export const generateImage = async (
  _: unknown,
  { input }: { input: GenerateImageInput },
  { atelier, viewer }: GenerationContext,
) => answer(await generate(atelier, viewer, input), { typename: 'Job', viewer, catalog: messages });
