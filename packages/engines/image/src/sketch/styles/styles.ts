import { lch, mix } from '../colour/oklab.ts';
import { PLAIN_MANNER } from '../painter/manner.ts';
import { neon, pastel, pencil } from './dry.ts';
import { minimal, papercut, pixel, woodblock } from './flat.ts';
import type { Style } from './style.ts';
import { ink, watercolour } from './wet.ts';

/** Opaque water paint, the hand's own manner when the prompt asks for none. */
const gouache: Style = {
  manner: PLAIN_MANNER,
  varnish: { relief: 0.5, grain: 0.35, vignette: 0.16, margin: 0 },
  primer: (stage) => mix(lch(0.66, 0.055, 55), stage.light.middle, 0.45),
  translate: () => undefined,
};

/** Thick paint, broad loaded strokes that follow the forms. */
const oil: Style = {
  manner: {
    ...PLAIN_MANNER,
    rough: 0.8,
    opacity: 0.92,
    stretch: 3.3,
    lightJitter: 0.034,
    chromaJitter: 0.024,
    tolerance: 0.085,
    finest: 0.0042,
    stray: 0.3,
  },
  varnish: { relief: 1, grain: 0.25, vignette: 0.2, margin: 0 },
  primer: (stage) => mix(lch(0.52, 0.075, 50), stage.light.middle, 0.25),
  translate: (stage) => {
    const { lab } = stage.surface;
    for (let i = 0; i < lab.length; i += 3) {
      lab[i + 1] = lab[i + 1]! * 1.14;
      lab[i + 2] = lab[i + 2]! * 1.14;
    }
  },
};

/** By style id of the lexicon. */
export const STYLES: Record<string, Style> = {
  gouache,
  oil,
  watercolour,
  ink,
  pencil,
  pastel,
  woodblock,
  papercut,
  minimal,
  pixel,
  neon,
};

/** The first style a prompt names, else gouache. */
export function chooseStyle(ids: readonly string[]): { id: string; style: Style } {
  const id = ids.find((one) => Object.hasOwn(STYLES, one)) ?? 'gouache';
  return { id, style: STYLES[id] ?? gouache };
}
