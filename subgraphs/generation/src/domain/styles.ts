/** A look that a prompt can be given: words that are added to it, and words of what to leave out. */
export interface ImageStyle {
  readonly id: string;
  readonly words: string;
  readonly without?: string;
}

/** In the order they are offered. Each has a name in messages.ts; Sketch paints the first ten in a manner of their own. */
export const STYLES: readonly ImageStyle[] = [
  { id: 'watercolor', words: 'watercolor painting, soft washes on paper' },
  { id: 'oil', words: 'oil painting, thick brush strokes' },
  { id: 'pastel', words: 'pastel drawing on tinted paper' },
  { id: 'pencil', words: 'pencil drawing, fine hatching' },
  { id: 'ink', words: 'ink wash painting' },
  { id: 'woodblock', words: 'woodblock print, flat colors' },
  { id: 'papercut', words: 'paper cut, layered paper' },
  { id: 'pixel', words: 'pixel art' },
  { id: 'minimal', words: 'minimalist, flat design' },
  { id: 'neon', words: 'neon, glowing outlines' },
  { id: 'photo', words: 'photograph, natural light', without: 'painting, drawing, illustration' },
  { id: 'cinematic', words: 'cinematic film still, dramatic light', without: 'painting, drawing' },
];

export const findStyle = (id: string | null): ImageStyle | undefined => STYLES.find((style) => style.id === id);

const joined = (...texts: (string | null | undefined)[]): string => texts.filter(Boolean).join(', ');

export interface Words {
  readonly prompt: string;
  readonly negativePrompt: string | null;
}

/** The words an engine is given: what a person wrote, and what the style adds. */
export function dressWords({ prompt, negativePrompt }: Words, styleId: string | null): Words {
  const style = findStyle(styleId);
  if (!style) return { prompt, negativePrompt };
  return {
    prompt: joined(prompt, style.words),
    negativePrompt: joined(negativePrompt, style.without) || null,
  };
}
