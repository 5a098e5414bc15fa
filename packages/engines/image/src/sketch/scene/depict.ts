import { lch, type Lab } from '../colour/oklab.ts';
import { layWeather, paintAir } from '../layers/atmosphere.ts';
import { paintClouds } from '../layers/clouds.ts';
import { paintFalls } from '../layers/falls.ts';
import { paintGround } from '../layers/ground.ts';
import {
  paintAurora,
  paintComets,
  paintFireworks,
  paintMoon,
  paintPlanet,
  paintRainbow,
  paintStars,
  paintSun,
} from '../layers/heavens.ts';
import { paintRoom, paintTable } from '../layers/interiors.ts';
import { paintAbstract, paintCosmos, paintDeep } from '../layers/otherworlds.ts';
import { paintRidge } from '../layers/ridges.ts';
import { paintRoad } from '../layers/road.ts';
import { shoreline } from '../layers/shores.ts';
import { paintSky } from '../layers/sky.ts';
import { FOCUS_BLOCK, focusColumns, type Stage } from '../layers/stage.ts';
import { paintWater } from '../layers/water.ts';
import { createNoise } from '../random/noise.ts';
import type { Rng } from '../random/rng.ts';
import { createSurface } from '../raster/surface.ts';
import { isWintry } from './choose-setting.ts';
import type { Plan } from './plan.ts';
import { settle } from './settle.ts';

/** An empty stage of the plan's size. */
export function createStage(plan: Plan, rng: Rng): Stage {
  const { width, height } = plan;
  return {
    surface: createSurface(width, height),
    light: plan.light,
    noise: createNoise(rng.fork('noise')),
    rng,
    unit: Math.min(width, height),
    horizon: plan.horizon,
    focus: new Float32Array(focusColumns(width) * Math.ceil(height / FOCUS_BLOCK)),
  };
}

function paintHeavens(stage: Stage, plan: Plan): void {
  const { heavens, refused } = plan.reading;
  const has = (id: string) => heavens.includes(id);
  const gloomy = plan.reading.weather.some(
    (id) => id === 'rain' || id === 'storm' || id === 'cloudy' || id === 'fog' || id === 'snow',
  );
  const night = stage.light.dark && stage.light.zenith[0] < 0.26;
  if (!refused.includes('stars') && (has('stars') || has('milkyway') || (night && !gloomy)))
    paintStars(stage, {
      density: has('stars') || has('milkyway') ? 1.5 : 0.7,
      milkyWay: has('milkyway') || has('stars'),
    });
  if (has('aurora')) paintAurora(stage);
  if (has('planet')) paintPlanet(stage, plan.reading.placeColours.planet);
  if (has('comet')) paintComets(stage);
  if (has('fireworks')) paintFireworks(stage);
  if (has('moon') || has('crescent')) paintMoon(stage, has('crescent') && !has('moon'));
  else if (night && !gloomy && !has('aurora') && !refused.includes('moon') && !has('fireworks'))
    paintMoon(stage, stage.rng.fork('phase').chance(0.4));
  const low = stage.light.source.y < 0.3 && stage.light.source.y > 0.05 && !stage.light.dark && !gloomy;
  if ((has('sun') || low) && !refused.includes('sun') && !stage.light.dark)
    paintSun(stage, plan.reading.placeColours.sun);
}

function paintWeatherSky(stage: Stage, plan: Plan): void {
  const { weather, refused, heavens } = plan.reading;
  if (refused.includes('clouds') || refused.includes('cloudy')) return;
  const rng = stage.rng.fork('clouds');
  const heavy = weather.includes('storm') ? 0.95 : weather.includes('cloudy') || weather.includes('rain') ? 0.8 : 0;
  const some = weather.includes('clouds') || plan.kind === 'sky' ? rng.between(0.5, 0.68) : rng.between(0.16, 0.46);
  const none =
    weather.includes('clear') ||
    heavens.includes('stars') ||
    heavens.includes('milkyway') ||
    heavens.includes('aurora');
  paintClouds(stage, {
    amount: heavy || (none ? 0.06 : some),
    gloom: heavy,
    streaks: heavy ? 0.25 : rng.chance(0.4) ? 0.85 : 0.12,
  });
}

function paintFar(stage: Stage, plan: Plan): void {
  const { far } = plan.setting;
  if (!far) return;
  const rng = stage.rng.fork('far');
  const span = plan.height - plan.horizon;
  const tint = plan.reading.placeColours.mountain ?? plan.reading.placeColours.hills;
  const colour: Lab = tint ?? far.colour;
  for (let layer = 0; layer < far.layers; layer++) {
    const t = far.layers === 1 ? 1 : layer / (far.layers - 1);
    paintRidge(stage, {
      ...far,
      colour,
      rise: far.rise * (1 - t * 0.58),
      base: (plan.horizon + span * (0.015 + t * 0.035)) / plan.height,
      depth: 0.82 - t * 0.5,
      snow: far.snow * (1 - t * 0.6),
      offset: rng.next() * 60 + layer * 13,
    });
  }
}

function paintLand(stage: Stage, plan: Plan): void {
  const { height, reading, setting, ground, water } = plan;
  const beneath = ground && (!water || water.kind === 'river' || water.kind === 'pond' || water.kind === 'falls');
  const layGround = () => {
    if (!ground || !setting.ground) return;
    const own = reading.placeColours.meadow ?? reading.placeColours.beach ?? reading.placeColours.desert;
    paintGround(stage, {
      ...setting.ground,
      ...(own ? { colour: own } : {}),
      // Under ragged shores the ground begins before the water ends, or the distance would show between them.
      from: (ground.from - (water && !beneath ? stage.unit * 0.11 : 0)) / height,
      swell: water && !beneath ? 0.02 : 0.035,
      fade: 0.5,
    });
  };
  if (beneath) layGround();
  if (water?.kind === 'falls') paintFalls(stage, plan);
  if (setting.road && !water) paintRoad(stage, setting.road, isWintry(reading));
  if (!water) return;
  if (!beneath) layGround();
  const far = plan.things.filter(
    (thing) => thing.footing === 'ground' && thing.y < water.from + (water.to - water.from) * 0.5,
  );
  for (const thing of far) settle(stage, thing);
  const share = shoreline(stage, plan);
  const own =
    reading.placeColours.sea ?? reading.placeColours.lake ?? reading.placeColours.river ?? reading.placeColours.beach;
  const calm = reading.moods.includes('calm') ? 0.08 : water.kind === 'sea' || water.kind === 'shore' ? 0.42 : 0.14;
  const swell = reading.weather.includes('storm') ? 1 : reading.weather.includes('wind') ? 0.7 : calm;
  paintWater(stage, {
    from: water.from / height,
    to: water.kind === 'sea' ? 1 : Math.min(1, (water.to + stage.unit * 0.07) / height),
    colour: own ?? lch(0.52, 0.075, 228),
    swell,
    ...(share ? { share } : {}),
  });
}

function drawnBehindWater(plan: Plan, y: number): boolean {
  return plan.water !== null && y < plan.water.from + (plan.water.to - plan.water.from) * 0.5;
}

function paintOutdoors(stage: Stage, plan: Plan): void {
  paintSky(stage);
  paintHeavens(stage, plan);
  paintWeatherSky(stage, plan);
  if (plan.reading.heavens.includes('rainbow')) paintRainbow(stage);
  paintFar(stage, plan);
}

/** Draws the plan, from the sky to the nearest thing: the picture that the brush will aim at. */
export function depict(stage: Stage, plan: Plan): void {
  if (plan.kind === 'abstract') return paintAbstract(stage, plan);
  if (plan.kind === 'cosmos') {
    paintCosmos(stage, plan);
    if (plan.setting.far) paintFar(stage, plan);
    paintLand(stage, plan);
    if (plan.reading.heavens.includes('planet') || plan.things.length > 0 || stage.rng.fork('world').chance(0.7))
      paintPlanet(stage, plan.reading.placeColours.planet);
  } else if (plan.kind === 'deep') paintDeep(stage, plan);
  else if (plan.kind === 'table') paintTable(stage, plan);
  else {
    paintOutdoors(stage, plan);
    if (plan.kind === 'room') {
      layWeather(stage.surface, stage, plan);
      paintRoom(stage, plan);
    } else paintLand(stage, plan);
  }
  for (const thing of plan.things) {
    if (thing.footing === 'ground' && drawnBehindWater(plan, thing.y)) continue;
    settle(stage, thing);
  }
  paintAir(stage, plan);
}
