import type { Mood } from '../light/mood.ts';
import type { Surface } from '../raster/surface.ts';

/** Bends the whole picture to its mood: contrast about the middle, chroma, warmth. In place. */
export function grade(surface: Surface, mood: Mood): void {
  const { lab } = surface;
  for (let i = 0; i < lab.length; i += 3) {
    const lightness = 0.58 + (lab[i]! - 0.58) * mood.contrast + mood.lightness;
    lab[i] = Math.min(0.99, Math.max(0.02, lightness));
    lab[i + 1] = lab[i + 1]! * mood.chroma + mood.warmth * 0.35 * (mood.chroma === 0 ? 0 : 1);
    lab[i + 2] = lab[i + 2]! * mood.chroma + mood.warmth * (mood.chroma === 0 ? 0 : 1);
  }
}
