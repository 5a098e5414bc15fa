import { describe, expect, it } from 'vitest';
import { readPrompt } from '../prompt/read-prompt.ts';
import { createRng } from '../random/rng.ts';
import { compose } from './compose.ts';
import { createStage, depict } from './depict.ts';
import { SETTINGS } from './settings.ts';

/** The places of which a picture of this size has a pixel without a colour: the brush would leave it bare, or black. */
function placesWithHoles(height: number, seed: number): string[] {
  return Object.keys(SETTINGS).filter((place) => {
    const reading = { ...readPrompt('three trees', ''), places: [place] };
    const rng = createRng(`${place} ${seed}`);
    const plan = compose(reading, { width: 48, height }, rng);
    const stage = createStage(plan, rng.fork('stage'));
    depict(stage, plan);
    return !stage.surface.lab.every(Number.isFinite);
  });
}

describe('the aim of the brush', { timeout: 180_000 }, () => {
  // The horizon falls between two rows in most of these, above the middle of one in some and below it in others.
  it.each([32, 37, 41, 46, 53])('has a colour at every pixel of every place, %i rows high', (height) => {
    for (let seed = 0; seed < 3; seed++) expect(placesWithHoles(height, seed)).toEqual([]);
  });
});
