import type { Belongings } from './settle-in.ts';

/** What someone may ask for. */
export interface WishKind {
  readonly name: 'picture' | 'reading' | 'braille' | 'speech';
  readonly weight: number;
  readonly subgraph: string;
  readonly field: string;
  readonly inputType: string;
  input(n: number, random: () => number, own: Belongings): Record<string, unknown>;
}

const BATCH_MAX = 3;
const GENERATION = { subgraph: 'generation', field: 'generateImage', inputType: 'TextToImageInput' };
const documents = (field: string, inputType: string) => ({ subgraph: 'documents', field, inputType });

export const WISH_KINDS: readonly WishKind[] = [
  {
    ...{ name: 'picture', weight: 5, ...GENERATION },
    input: (n, random) => {
      const steps = 2 + Math.floor(random() * 10);
      const count = 1 + Math.floor(random() * BATCH_MAX);
      return { prompt: `a lighthouse in a storm ${n}`, width: 256, height: 256, steps, seed: n, count };
    },
  },
  {
    ...{ name: 'reading', weight: 2, ...documents('readDocument', 'ReadDocumentInput') },
    input: (_n, _random, { assetId }) => ({ assetId }),
  },
  {
    ...{ name: 'braille', weight: 2, ...documents('brailleDocument', 'BrailleDocumentInput') },
    input: (_n, random, { documentId }) => ({ documentId, cellsPerLine: 20 + Math.floor(random() * 20) }),
  },
  {
    ...{ name: 'speech', weight: 2, ...documents('speakText', 'SpeakTextInput') },
    input: (n, random, { documentId }) =>
      random() < 0.5
        ? { documentId }
        : { text: `The ${n}th ship comes home. ${'The sea is calm tonight. '.repeat(8)}` },
  },
];

export function chooseWish(random: () => number): WishKind {
  let left = random() * WISH_KINDS.reduce((sum, { weight }) => sum + weight, 0);
  for (const kind of WISH_KINDS) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  return WISH_KINDS[0] as WishKind;
}
