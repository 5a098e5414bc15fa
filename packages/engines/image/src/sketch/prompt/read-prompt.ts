import type { Concept } from './concepts.ts';
import { emptyReading, type Reading, type ThingWish } from './reading.ts';
import { type Symbol, symbolsOf } from './symbols.ts';
import { clausesOf } from './tokens.ts';

/** What is waiting for its noun while a clause is read. */
interface Pending {
  colour?: Concept;
  count?: number;
  without: boolean;
  last?: ThingWish;
  lastWasThing: boolean;
}

type ConceptSymbol = Extract<Symbol, { kind: 'concept' }>;

const LISTS = {
  place: 'places',
  weather: 'weather',
  moment: 'moments',
  season: 'seasons',
  heaven: 'heavens',
  style: 'styles',
  mood: 'moods',
} as const;

function addThing(reading: Reading, symbol: ConceptSymbol, pending: Pending): void {
  const { concept, plural } = symbol;
  const wish: ThingWish = { id: concept.id, draws: concept.draws, plural };
  if (pending.count !== undefined) wish.count = pending.count;
  if (pending.colour?.colour) {
    wish.colour = pending.colour.colour;
    wish.colourName = pending.colour.id;
  }
  const same = reading.things.find((thing) => thing.id === wish.id && !wish.colour);
  if (same && wish.count === undefined) {
    pending.last = same;
  } else {
    reading.things.push(wish);
    pending.last = wish;
  }
  delete pending.colour;
  delete pending.count;
}

function addConcept(reading: Reading, symbol: ConceptSymbol, pending: Pending, refused: Set<string>): void {
  const { concept, word } = symbol;
  if (pending.without) {
    refused.add(concept.id);
    pending.without = false;
    reading.understood.push({ word, as: `without ${concept.facet}: ${concept.id}` });
    return;
  }
  reading.understood.push({ word, as: `${concept.facet}: ${concept.id}` });
  pending.lastWasThing = concept.facet === 'thing';
  if (concept.facet === 'colour') {
    flushColour(reading, pending);
    pending.colour = concept;
    return;
  }
  if (concept.facet === 'thing') return addThing(reading, symbol, pending);
  const list = reading[LISTS[concept.facet]];
  if (!list.includes(concept.id)) list.push(concept.id);
  if (
    pending.colour?.colour &&
    (concept.facet === 'place' || concept.facet === 'heaven' || concept.facet === 'weather')
  ) {
    reading.placeColours[concept.id] = pending.colour.colour;
    delete pending.colour;
  }
}

function flushColour(reading: Reading, pending: Pending): void {
  if (!pending.colour?.colour) return;
  reading.tints.push({ name: pending.colour.id, colour: pending.colour.colour });
  delete pending.colour;
}

/** A count after its noun (나무 세 그루) belongs to it; one before (세 그루의 나무, three trees) waits for the next. */
function addCount(symbol: Extract<Symbol, { kind: 'count' }>, pending: Pending): void {
  const behind =
    symbol.counted && !symbol.genitive && pending.lastWasThing && pending.last && pending.last.count === undefined;
  if (behind && pending.last) pending.last.count = symbol.count;
  else pending.count = symbol.count;
}

function readClause(reading: Reading, words: string[], refused: Set<string>): void {
  const pending: Pending = { without: false, lastWasThing: false };
  let lastConcept: Concept | undefined;
  for (const symbol of symbolsOf(words)) {
    if (symbol.kind === 'concept') {
      addConcept(reading, symbol, pending, refused);
      lastConcept = symbol.concept;
    } else if (symbol.kind === 'count') addCount(symbol, pending);
    else if (symbol.kind === 'without-next') pending.without = true;
    else if (symbol.kind === 'without-last' && lastConcept) refused.add(lastConcept.id);
    else if (symbol.kind === 'unknown') reading.unknown.push(symbol.word);
  }
  flushColour(reading, pending);
}

function leaveOut(reading: Reading, refused: ReadonlySet<string>): void {
  reading.things = reading.things.filter((thing) => !refused.has(thing.id) && !refused.has(thing.draws));
  reading.tints = reading.tints.filter((tint) => !refused.has(tint.name));
  for (const name of Object.values(LISTS)) reading[name] = reading[name].filter((id) => !refused.has(id));
}

/** How many words are kept of those not understood: enough to report, bounded whatever the prompt. */
const UNKNOWN_MAX = 40;

/**
 * Reads English and Korean. Colours bind to the next noun, counts to the noun beside them, "without …" and the negative
 * prompt take things away again.
 */
export function readPrompt(prompt: string, negativePrompt = ''): Reading {
  const reading = emptyReading();
  const refused = new Set<string>();
  for (const words of clausesOf(prompt)) readClause(reading, words, refused);
  for (const words of clausesOf(negativePrompt)) {
    for (const symbol of symbolsOf(words)) if (symbol.kind === 'concept') refused.add(symbol.concept.id);
  }
  leaveOut(reading, refused);
  reading.refused = [...refused];
  reading.unknown = [...new Set(reading.unknown)].slice(0, UNKNOWN_MAX);
  return reading;
}
