import type { ImageRequest } from '../../contract.ts';
import { EngineError } from '../../engine-error.ts';
import { decodeMask, decodeRgb } from '../../pictures/decode.ts';
import { labToRgb, rgbToLab } from '../colour/srgb.ts';
import { createRng } from '../random/rng.ts';
import type { Surface } from '../raster/surface.ts';
import type { Work } from '../work.ts';
import { type Level, levelsOf } from './levels.ts';
import { firstLikeness, improve, type Likeness, remeasure } from './match.ts';
import { creepIn, trustOf, vote } from './vote.ts';

/** Rounds of matching and voting: many where a round is cheap, few where it is dear. */
const ROUNDS_COARSEST = 10;
const ROUNDS_MIN = 2;
const SWEEPS = 2;

/** One round at one level; `first` when the level has just been reached. */
interface Round {
  readonly level: number;
  readonly first: boolean;
}

function planRounds(levels: number): Round[] {
  return Array.from({ length: levels }, (_, n) => {
    const count = Math.max(ROUNDS_MIN, ROUNDS_COARSEST - n * 3);
    return Array.from({ length: count }, (__, round) => ({ level: levels - 1 - n, first: round === 0 }));
  }).flat();
}

/** Shows the guess of a coarse level in the hole of the whole picture, for previews. */
function showCoarse({ surface, hole }: Level, { surface: small }: Level): void {
  for (let i = 0; i < hole.length; i++) {
    if (!hole[i]) continue;
    const [x, y] = [i % surface.width, Math.floor(i / surface.width)];
    const sx = Math.min(small.width - 1, Math.floor((x * small.width) / surface.width));
    const sy = Math.min(small.height - 1, Math.floor((y * small.height) / surface.height));
    const j = (sy * small.width + sx) * 3;
    surface.lab.set(small.lab.subarray(j, j + 3), i * 3);
  }
}

/**
 * Fills a hole with what the rest of the picture has to offer, from coarse to fine: patches in the hole look for their like
 * outside and take its colours. Outside the hole every byte stays as it was. Not neural: it invents nothing, and reads no words.
 */
export async function beginFill({ source, mask, seed, steps }: ImageRequest): Promise<Work> {
  const { rgb, width, height } = await decodeRgb(source!);
  const hole = await decodeMask(mask!);
  const surface: Surface = { width, height, lab: rgbToLab(rgb) };
  const levels = levelsOf(surface, hole);
  const [finest] = levels;
  if (!finest || finest.sources.length === 0)
    throw new EngineError('INVALID_REQUEST', 'mask: leaves too little of the picture to fill the rest from');
  const rounds = planRounds(levels.length);
  const rng = createRng(`fill ${seed}`);
  let likeness: Likeness | undefined;
  let trust: Float32Array = new Float32Array();

  const enter = (at: number): Likeness => {
    const level = levels[at]!;
    const coarser = levels[at + 1];
    if (coarser) showCoarse(level, coarser);
    else creepIn(level);
    trust = trustOf(level);
    return firstLikeness(level, rng, coarser && likeness ? { level: coarser, likeness } : undefined);
  };
  const run = ({ level: at, first }: Round): void => {
    const level = levels[at]!;
    likeness = first || !likeness ? enter(at) : likeness;
    if (!first) remeasure(level, likeness);
    for (let sweep = 0; sweep < SWEEPS; sweep++) improve(level, likeness, { rng, sweep });
    vote(level, likeness, trust);
  };
  return {
    surface,
    paint: (step, stop) => {
      const end = Math.floor(((step + 1) * rounds.length) / steps);
      for (let n = Math.floor((step * rounds.length) / steps); n < end && !stop(); n++) run(rounds[n]!);
      const reached = rounds[end - 1];
      if (reached && reached.level > 0) showCoarse(finest, levels[reached.level]!);
    },
    finish: () => undefined,
    rgb: () => {
      const filled = labToRgb(surface.lab);
      for (let i = 0; i < hole.length; i++) if (hole[i]) rgb.set(filled.subarray(i * 3, i * 3 + 3), i * 3);
      return rgb;
    },
    story: { method: 'exemplar-based fill', promptUsed: false },
  };
}
