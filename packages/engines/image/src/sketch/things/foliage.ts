import { type Lab, turned } from '../colour/oklab.ts';
import { direction } from '../light/light.ts';
import type { Pen } from './pen.ts';

export interface LeafCluster {
  x: number;
  y: number;
  radius: number;
}

export interface FoliageWish {
  clusters: LeafCluster[];
  colour: Lab;
  /** Leaf dab radius as a share of the thing's height. */
  leaf: number;
  /** Dabs per cluster. */
  count: number;
  /** Length over width of a dab. */
  long?: number;
  /** Preferred direction of dabs, radians; any when absent. */
  turn?: number;
}

/** Clumps of leaves: each clump dark at its foot and bright to the light, one laid over the other. */
export function foliage(pen: Pen, wish: FoliageWish): void {
  const { rng, place, stage } = pen;
  const toLight = direction(stage.light, place.x / stage.surface.width);
  const side = place.mirrored ? -1 : 1;
  const middle = wish.clusters.reduce((sum, c) => sum + c.y, 0) / Math.max(1, wish.clusters.length);
  const long = wish.long ?? 1.5;
  // Far trees need fewer touches: below a hundred pixels the eye can't count them.
  const count = Math.ceil(wish.count * Math.min(1, 0.16 + place.size / 150));
  const grown = Math.sqrt(wish.count / count);
  for (const cluster of wish.clusters) {
    const dabs = Array.from({ length: count }, () => {
      const angle = rng.next() * Math.PI * 2;
      const distance = Math.sqrt(rng.next());
      const dx = Math.cos(angle) * distance;
      const dy = Math.sin(angle) * distance;
      const facing = (dx * toLight[0] * side - dy * toLight[1]) * 0.85 + (cluster.y - middle) * 0.7 + rng.bell() * 0.28;
      return { dx, dy, facing };
    }).sort((a, b) => a.facing - b.facing);
    for (const { dx, dy, facing } of dabs) {
      const size = wish.leaf * grown * rng.between(0.6, 1.3);
      const turn = wish.turn === undefined ? rng.next() * Math.PI : wish.turn + rng.bell() * 0.5;
      const shape = {
        x: cluster.x + dx * cluster.radius,
        y: cluster.y + dy * cluster.radius * 0.86,
        rx: size * long,
        ry: size,
        turn,
      };
      const local = turned(
        [wish.colour[0] + rng.bell() * 0.05 + facing * 0.05, wish.colour[1], wish.colour[2]],
        rng.bell() * 14 - facing * 7,
      );
      pen.dab(shape, local, facing);
    }
  }
}
