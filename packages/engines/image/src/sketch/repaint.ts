import type { ImageRequest } from '../contract.ts';
import { decodeRgb } from '../pictures/decode.ts';
import { mix, type Lab } from './colour/oklab.ts';
import { rgbToLab } from './colour/srgb.ts';
import { layWeather } from './layers/atmosphere.ts';
import { blendMoods } from './light/mood.ts';
import { createPainter } from './painter/painter.ts';
import { readPrompt } from './prompt/read-prompt.ts';
import { createRng } from './random/rng.ts';
import type { Surface } from './raster/surface.ts';
import { compose } from './scene/compose.ts';
import { createStage, depict } from './scene/depict.ts';
import { grade } from './styles/grade.ts';
import { chooseStyle } from './styles/styles.ts';
import { recolour } from './styles/translate.ts';
import { varnish } from './styles/varnish.ts';
import type { Work } from './work.ts';

const DEFAULT_STRENGTH = 0.6;
const PASSES_MIN = 12;
/** How evenly the hand cares for all of a picture that it has not composed itself. */
const CARE = 0.35;

interface Palette {
  readonly mean: Lab;
  readonly spread: Lab;
}

function paletteOf({ lab }: Surface): Palette {
  const sum = [0, 0, 0];
  const squares = [0, 0, 0];
  for (let i = 0; i < lab.length; i++) {
    sum[i % 3]! += lab[i]!;
    squares[i % 3]! += lab[i]! ** 2;
  }
  const count = lab.length / 3;
  const mean = sum.map((value) => value / count);
  const spread = squares.map((value, c) => Math.sqrt(Math.max(1e-6, value / count - mean[c]! ** 2)));
  return { mean: mean as unknown as Lab, spread: spread as unknown as Lab };
}

/** Leads the colours of a picture towards those of another by their mean and spread (Reinhard and others, 2001), in OKLab. */
function lendPalette(surface: Surface, from: Surface, share: number): void {
  const [own, lent] = [paletteOf(surface), paletteOf(from)];
  const ratio = ([0, 1, 2] as const).map((c) => Math.min(1.5, Math.max(0.6, lent.spread[c] / own.spread[c])));
  const shift = (value: number, c: 0 | 1 | 2) => (value - own.mean[c]) * ratio[c]! + lent.mean[c];
  recolour(surface, (colour) => mix(colour, [shift(colour[0], 0), shift(colour[1], 1), shift(colour[2], 2)], share));
}

/**
 * Paints a given picture anew: the prompt brings its light, colours, weather and manner; what stands where comes from the
 * source. `strength` says how far colours and strokes may leave it. Not neural: the words add no things.
 */
export async function beginRepaint(request: ImageRequest): Promise<Work> {
  const { prompt, negativePrompt = '', seed, width, height, steps, strength = DEFAULT_STRENGTH } = request;
  const { rgb } = await decodeRgb(request.source!, { width, height });
  const source: Surface = { width, height, lab: rgbToLab(rgb) };
  const reading = readPrompt(prompt, negativePrompt);
  const rng = createRng(JSON.stringify([prompt.normalize('NFC').trim(), negativePrompt.normalize('NFC').trim(), seed]));
  const plan = compose(reading, { width, height }, rng.fork('plan'));
  const scene = createStage(plan, rng.fork('stage'));
  depict(scene, plan);
  const aim: Surface = { width, height, lab: source.lab.slice() };
  const stage = { ...scene, surface: aim, focus: scene.focus.slice().fill(CARE) };
  lendPalette(aim, scene.surface, strength * 0.55);
  grade(aim, blendMoods(reading.moods));
  const { id: styleId, style } = chooseStyle(reading.styles);
  style.translate(stage);
  const drawn = Math.min(1, strength * 1.7);
  for (let i = 0; i < aim.lab.length; i++) aim.lab[i] = source.lab[i]! + (aim.lab[i]! - source.lab[i]!) * drawn;

  const primer = style.primer(stage);
  const manner = { ...style.manner, finest: style.manner.finest * (0.7 + strength * 1.6) };
  const painter = createPainter({ aim, focus: stage.focus, primer, manner, rng: rng.fork('painter') });
  const { canvas } = painter;
  canvas.surface.lab.set(source.lab);
  const passes = Math.max(steps, PASSES_MIN);
  const skipped = Math.round((1 - strength) * passes * 0.7);
  return {
    surface: canvas.surface,
    paint: (step, stop) => {
      const end = skipped + Math.floor(((step + 1) * (passes - skipped)) / steps);
      for (let pass = skipped + Math.floor((step * (passes - skipped)) / steps); pass < end && !stop(); pass++)
        painter.paint(pass, passes, stop);
    },
    finish: () => {
      if (strength === 0) return;
      if (plan.kind !== 'room' && strength > 0.3) layWeather(canvas.surface, stage, plan);
      const { margin, ...rest } = style.varnish;
      varnish(canvas, stage, { ...rest, margin: strength > 0.5 ? margin : 0 }, primer);
    },
    story: {
      method: 'repainted by simulated brushes',
      ...{ strength, style: styleId, understood: reading.understood, leftOut: reading.refused },
      unknownWords: reading.unknown,
    },
  };
}
