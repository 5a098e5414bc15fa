import { halved, type Surface } from '../raster/surface.ts';

/** Half the side of a patch, in pixels: patches are 7 × 7. */
export const PATCH_RADIUS = 3;
/** The coarsest level is the first whose shorter side is not over this. */
const COARSEST_SIDE_PIXELS = 40;

/** The picture at one scale, with the hole in it. Indices are pixels, row by row. */
export interface Level {
  readonly surface: Surface;
  /** 1 where the picture is to be made anew. */
  readonly hole: Uint8Array;
  /** 1 where a whole patch around the pixel lies inside the picture and outside the hole: what may be copied from. */
  readonly usable: Uint8Array;
  readonly sources: Int32Array;
  /** Pixels whose patch touches the hole: what must find a likeness. */
  readonly targets: Int32Array;
}

/** 1 for every pixel that has a 1 within `radius`, square. */
function grown(values: Uint8Array, { width, height }: { width: number; height: number }, radius: number): Uint8Array {
  const across = new Uint8Array(values.length);
  const out = new Uint8Array(values.length);
  for (let y = 0; y < height; y++) {
    let since = radius + 1;
    for (let x = -radius; x < width; x++) {
      const ahead = x + radius;
      since = ahead < width && values[y * width + ahead] ? 0 : since + 1;
      if (x >= 0 && since <= radius * 2) across[y * width + x] = 1;
    }
  }
  for (let x = 0; x < width; x++) {
    let since = radius + 1;
    for (let y = -radius; y < height; y++) {
      const ahead = y + radius;
      since = ahead < height && across[ahead * width + x] ? 0 : since + 1;
      if (y >= 0 && since <= radius * 2) out[y * width + x] = 1;
    }
  }
  return out;
}

function indicesWhere(values: Uint8Array): Int32Array {
  const out: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i]) out.push(i);
  return Int32Array.from(out);
}

function levelOf(surface: Surface, hole: Uint8Array): Level {
  const { width, height } = surface;
  const touched = grown(hole, surface, PATCH_RADIUS);
  const usable = new Uint8Array(hole.length);
  for (let y = PATCH_RADIUS; y < height - PATCH_RADIUS; y++)
    for (let x = PATCH_RADIUS; x < width - PATCH_RADIUS; x++) {
      const i = y * width + x;
      usable[i] = touched[i] ? 0 : 1;
    }
  return { surface, hole, usable, sources: indicesWhere(usable), targets: indicesWhere(touched) };
}

/** A coarser hole is a hole wherever a finer one was: nothing of what is to vanish may shine through. */
function halvedHole(hole: Uint8Array, { width, height }: { width: number; height: number }): Uint8Array {
  const [w, h] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const i = y * 2 * width + x * 2;
      out[y * w + x] = hole[i]! | hole[i + 1]! | hole[i + width]! | hole[i + width + 1]!;
    }
  return out;
}

/** The scales of a picture, finest first. A level from which nothing could be copied is left out, and so are those beyond. */
export function levelsOf(surface: Surface, hole: Uint8Array): Level[] {
  const levels = [levelOf(surface, hole)];
  let [at, cover] = [surface, hole];
  while (Math.min(at.width, at.height) > COARSEST_SIDE_PIXELS) {
    cover = halvedHole(cover, at);
    at = halved(at);
    const level = levelOf(at, cover);
    if (level.sources.length < 64) break;
    levels.push(level);
  }
  return levels;
}
