import type { Lab } from '../colour/oklab.ts';

/** A thing the prompt asks for. */
export interface ThingWish {
  id: string;
  draws: string;
  /** 1..12; undefined when the prompt leaves it open. */
  count?: number;
  /** The word stood in the plural. */
  plural: boolean;
  colour?: Lab;
  colourName?: string;
}

/** What Sketch has understood of a prompt. Lists keep the prompt's order. */
export interface Reading {
  places: string[];
  weather: string[];
  moments: string[];
  seasons: string[];
  heavens: string[];
  things: ThingWish[];
  styles: string[];
  moods: string[];
  /** Colours that belong to no thing and so tint the whole. */
  tints: { name: string; colour: Lab }[];
  /** Colours bound to a place or the heavens: `sea` → blue. */
  placeColours: Record<string, Lab>;
  /** Concepts that must not appear: from the negative prompt and from "without …". */
  refused: string[];
  understood: { word: string; as: string }[];
  unknown: string[];
}

export function emptyReading(): Reading {
  return {
    places: [],
    weather: [],
    moments: [],
    seasons: [],
    heavens: [],
    things: [],
    styles: [],
    moods: [],
    tints: [],
    placeColours: {},
    refused: [],
    understood: [],
    unknown: [],
  };
}
