import type { Lab } from './colour/oklab.ts';
import { layWeather } from './layers/atmosphere.ts';
import type { Stage } from './layers/stage.ts';
import { blendMoods } from './light/mood.ts';
import { createPainter, type Painter } from './painter/painter.ts';
import { readPrompt } from './prompt/read-prompt.ts';
import type { Reading } from './prompt/reading.ts';
import { createRng } from './random/rng.ts';
import { compose } from './scene/compose.ts';
import { createStage, depict } from './scene/depict.ts';
import type { Plan } from './scene/plan.ts';
import { grade } from './styles/grade.ts';
import type { Style } from './styles/style.ts';
import { chooseStyle } from './styles/styles.ts';
import { varnish } from './styles/varnish.ts';
import type { Work } from './work.ts';

export interface PictureWish {
  prompt: string;
  negativePrompt: string;
  seed: number;
  width: number;
  height: number;
  steps: number;
}

/** A picture being painted, step by step. Everything in it follows from the wish alone. */
export interface Picture extends Work {
  readonly reading: Reading;
  readonly plan: Plan;
  readonly styleId: string;
}

/** Fewer passes than this can't go from coarse to fine: a run of few steps does several in each. */
const PASSES_MIN = 12;

interface Easel {
  painter: Painter;
  stage: Stage;
  style: Style;
  primer: Lab;
}

function setUp(plan: Plan, reading: Reading, seedKey: string): Easel & { styleId: string } {
  const rng = createRng(seedKey);
  const stage = createStage(plan, rng.fork('stage'));
  depict(stage, plan);
  const { id, style } = chooseStyle(reading.styles);
  grade(stage.surface, blendMoods(reading.moods));
  style.translate(stage);
  const primer = style.primer(stage);
  const painter = createPainter({
    aim: stage.surface,
    focus: stage.focus,
    primer,
    manner: style.manner,
    rng: rng.fork('painter'),
  });
  return { painter, stage, style, primer, styleId: id };
}

/** Reads, composes and sets the easel up; no stroke is laid yet. */
export function beginPicture(wish: PictureWish): Picture {
  const { prompt, negativePrompt, seed, width, height, steps } = wish;
  const reading = readPrompt(prompt, negativePrompt);
  const key = JSON.stringify([prompt.normalize('NFC').trim(), negativePrompt.normalize('NFC').trim(), seed]);
  const plan = compose(reading, { width, height }, createRng(`${key} plan`));
  const easel = setUp(plan, reading, key);
  const passes = Math.max(steps, PASSES_MIN);
  const { canvas } = easel.painter;
  return {
    reading,
    plan,
    styleId: easel.styleId,
    surface: canvas.surface,
    story: {
      ...{ scene: plan.kind, style: easel.styleId, understood: reading.understood, leftOut: reading.refused },
      unknownWords: reading.unknown,
    },
    paint: (step, stop) => {
      const end = Math.floor(((step + 1) * passes) / steps);
      for (let pass = Math.floor((step * passes) / steps); pass < end && !stop(); pass++)
        easel.painter.paint(pass, passes, stop);
    },
    finish: () => {
      if (plan.kind !== 'room') layWeather(canvas.surface, easel.stage, plan);
      varnish(canvas, easel.stage, easel.style.varnish, easel.primer);
    },
  };
}
