/** The questions that tests ask of generation. */
export const MODELS = `{ models { id name engine description tasks available readsNegativePrompt minimumTier defaults
  limits { sidePixelsMin sidePixelsMax sidePixelsStep stepsMax promptCharactersMax } } }`;

export const QUOTE_IMAGE = `query ($input: QuoteImageInput!) {
  quoteImage(input: $input) { credits estimatedMs refusal { code message path } }
}`;

export const GENERATE_IMAGE = `mutation ($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code message path retryAfterMs } }
}`;

const START = '{ __typename ... on Job { id } ... on Refusal { code message path retryAfterMs } }';
export const TRANSFORM_IMAGE = `mutation ($input: ImageToImageInput!) { transformImage(input: $input) ${START} }`;
export const UPSCALE_IMAGE = `mutation ($input: UpscaleInput!) { upscaleImage(input: $input) ${START} }`;
export const INPAINT_IMAGE = `mutation ($input: InpaintInput!) { inpaintImage(input: $input) ${START} }`;
