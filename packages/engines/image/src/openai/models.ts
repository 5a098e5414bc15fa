import type { ImageTask } from '../contract.ts';

/** The sides of a picture, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How one model of an images API is spoken to. */
export interface ModelManner {
  readonly tasks: readonly ImageTask[];
  /** The only sizes that it makes; any when absent. */
  readonly sizes?: readonly Size[];
  /** It always answers with the bytes and refuses to be told so. */
  readonly refusesFormat?: boolean;
}

const EVERY_TASK: readonly ImageTask[] = ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'INPAINT'];
const SQUARE: Size = { width: 1024, height: 1024 };
const oneOf = (long: number): readonly Size[] => [SQUARE, { width: long, height: 1024 }, { width: 1024, height: long }];

/** OpenAI's own models, by name, also where a service puts its own before it. As its reference of the images API has them. */
const OWN: readonly (readonly [name: RegExp, manner: ModelManner])[] = [
  [/(^|\/)(chat)?gpt-image/i, { tasks: EVERY_TASK, sizes: oneOf(1536), refusesFormat: true }],
  [/(^|\/)dall-e-3/i, { tasks: ['TEXT_TO_IMAGE'], sizes: oneOf(1792) }],
  [/(^|\/)dall-e-2/i, { tasks: EVERY_TASK, sizes: [SQUARE] }],
];

/** Models of others are thought to do all that the API has. */
export function mannerOf(model: string): ModelManner {
  return OWN.find(([name]) => name.test(model))?.[1] ?? { tasks: EVERY_TASK };
}

/** Of the sizes that a model makes, the one whose shape is nearest to that of a picture. */
export function nearestSize({ sizes }: ModelManner, picture: Size): Size {
  const shape = ({ width, height }: Size) => Math.log(width / height);
  const farness = (size: Size) => Math.abs(shape(size) - shape(picture));
  return (sizes ?? []).toSorted((a, b) => farness(a) - farness(b))[0] ?? picture;
}
