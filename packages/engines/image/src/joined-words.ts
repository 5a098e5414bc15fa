interface Words {
  readonly prompt: string;
  readonly negativePrompt?: string | null | undefined;
}

/** The words as a model reads them that has no field for the negative ones (`joinsNegativePrompt` on its card). */
export const joinWords = ({ prompt, negativePrompt }: Words): string =>
  [prompt || 'Fill in what fits the rest of the picture.', negativePrompt && `Without: ${negativePrompt}.`]
    .filter(Boolean)
    .join(' ');
