/** How a mood bends light and colour. Factors multiply; `warmth` moves the whole towards amber (+) or blue (−). */
export interface Mood {
  chroma: number;
  contrast: number;
  lightness: number;
  warmth: number;
  haze: number;
}

const mood = (chroma: number, contrast: number, lightness: number, warmth: number, haze: number): Mood => ({
  chroma,
  contrast,
  lightness,
  warmth,
  haze,
});

/** By mood id of the lexicon. */
export const MOODS: Record<string, Mood> = {
  calm: mood(0.92, 0.94, 0.015, 0, 0.12),
  dreamy: mood(1.02, 0.88, 0.035, -0.006, 0.3),
  gloomy: mood(0.62, 1.02, -0.09, -0.012, 0.2),
  joyful: mood(1.22, 1.03, 0.025, 0.008, -0.15),
  warm: mood(1.08, 1, 0.01, 0.022, 0),
  cold: mood(0.86, 1, 0, -0.024, 0.05),
  epic: mood(1.12, 1.16, -0.01, 0, 0.1),
  faded: mood(0.6, 0.84, 0.02, 0.014, 0.1),
  monochrome: mood(0, 1.06, 0, 0, 0),
  lonely: mood(0.82, 0.96, 0, -0.006, 0.16),
  lush: mood(1.14, 1.04, -0.01, 0, 0),
  romantic: mood(1.04, 0.95, 0.02, 0.012, 0.15),
};

/** All moods of a prompt together. */
export function blendMoods(ids: readonly string[]): Mood {
  const all = mood(1, 1, 0, 0, 0);
  for (const id of ids) {
    const one = MOODS[id];
    if (!one) continue;
    all.chroma *= one.chroma;
    all.contrast *= one.contrast;
    all.lightness += one.lightness;
    all.warmth += one.warmth;
    all.haze += one.haze;
  }
  return all;
}
