import { type Lab, lch } from '../colour/oklab.ts';
import { BEING_WORDS } from './words/beings.ts';
import { COLOURS, MOOD_WORDS, STYLE_WORDS } from './words/looks.ts';
import { MADE_WORDS } from './words/made-things.ts';
import { PLACES } from './words/places.ts';
import { PLANT_WORDS } from './words/plants.ts';
import { HEAVENS, MOMENT_WORDS, SEASONS, WEATHER } from './words/sky-and-air.ts';

export type Facet = 'place' | 'weather' | 'moment' | 'season' | 'heaven' | 'thing' | 'colour' | 'style' | 'mood';

/** Something a prompt can ask for. */
export interface Concept {
  readonly id: string;
  readonly facet: Facet;
  /** For things: the drawing it uses. */
  readonly draws: string;
  /** For colours. */
  readonly colour?: Lab;
  readonly words: readonly string[];
}

const list = (cell: string | undefined) =>
  (cell ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

function parseTable(facet: Facet, table: string): Concept[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', english, korean, last] = line.split('|').map((cell) => cell.trim());
      const words = [...list(english), ...list(korean)].map((word) => word.toLowerCase());
      if (facet !== 'colour') return { id, facet, draws: last ?? id, words };
      const [lightness = 0.5, chroma = 0, hue = 0] = (last ?? '').split(' ').map(Number);
      return { id, facet, draws: id, colour: lch(lightness, chroma, hue), words };
    });
}

/** All concepts. Where two share a word, the earlier one owns it. */
export const CONCEPTS: readonly Concept[] = [
  ...parseTable('thing', PLANT_WORDS),
  ...parseTable('thing', BEING_WORDS),
  ...parseTable('thing', MADE_WORDS),
  ...parseTable('place', PLACES),
  ...parseTable('weather', WEATHER),
  ...parseTable('moment', MOMENT_WORDS),
  ...parseTable('season', SEASONS),
  ...parseTable('heaven', HEAVENS),
  ...parseTable('colour', COLOURS),
  ...parseTable('style', STYLE_WORDS),
  ...parseTable('mood', MOOD_WORDS),
];

function indexWords(): Map<string, Concept> {
  const index = new Map<string, Concept>();
  for (const concept of CONCEPTS) {
    for (const word of concept.words) {
      if (!index.has(word)) index.set(word, concept);
      const joined = word.replaceAll(' ', '');
      if (/\p{Script=Hangul}/u.test(word) && !index.has(joined)) index.set(joined, concept);
    }
  }
  return index;
}

const INDEX = indexWords();

/** The longest phrase of the lexicon, in words. */
export const PHRASE_WORDS_MAX = Math.max(...[...INDEX.keys()].map((word) => word.split(' ').length));

/** The concept a word or phrase (lower case) stands for, if any. */
export function findConcept(phrase: string): Concept | undefined {
  return INDEX.get(phrase);
}
