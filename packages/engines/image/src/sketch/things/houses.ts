import { type Lab, hex, lighter, mix } from '../colour/oklab.ts';
import { box } from '../raster/path.ts';
import type { Pen } from './pen.ts';

function windowAt(pen: Pen, x: number, y: number, size: number): void {
  pen.form(
    box({ left: x - size * 0.62, right: x + size * 0.62, bottom: y - size * 0.8, top: y + size * 0.8 }),
    hex('#6a584a'),
    { facing: 0.1 },
  );
  pen.pane(box({ left: x - size * 0.46, right: x + size * 0.46, bottom: y - size * 0.64, top: y + size * 0.64 }));
  pen.form(
    box({ left: x - size * 0.05, right: x + size * 0.05, bottom: y - size * 0.64, top: y + size * 0.64 }),
    hex('#6a584a'),
    { facing: 0 },
  );
}

export interface HouseColours {
  wall: Lab;
  roof: Lab;
}

/** A gabled house seen from a corner. An asked-for colour goes to the walls of a light house and the roof takes its shadow. */
export function house(colours: HouseColours) {
  return (pen: Pen): void => {
    const wall = pen.colour(colours.wall);
    const roof = pen.place.tint ? lighter(mix(pen.place.tint, hex('#4a3a38'), 0.62), -0.04) : colours.roof;
    pen.form([-0.03, 0, 0.62, 0.03, 0.62, 0.52, -0.03, 0.52], wall, { facing: -0.35, grain: 0.07 });
    pen.form([-0.55, 0.02, -0.03, 0, -0.03, 0.52, -0.29, 0.9, -0.55, 0.52], lighter(wall, 0.02), {
      facing: 0.75,
      grain: 0.07,
    });
    pen.form([-0.31, 0.96, 0.4, 0.92, 0.7, 0.46, 0.0, 0.45], roof, { facing: 0.2, grain: 0.16 });
    pen.form([-0.31, 0.97, -0.6, 0.47, -0.56, 0.44, -0.29, 0.88, -0.01, 0.44, 0.03, 0.47], lighter(roof, -0.06), {
      facing: 0.3,
      grain: 0.1,
    });
    pen.form(box({ left: 0.2, right: 0.29, bottom: 0.82, top: 1.1 }), lighter(roof, 0.05), { facing: 0.3, grain: 0.1 });
    pen.form([-0.36, 0.01, -0.23, 0.005, -0.23, 0.29, -0.36, 0.29], hex('#5b3f30'), { facing: 0.2, grain: 0.1 });
    windowAt(pen, -0.29, 0.56, 0.085);
    windowAt(pen, 0.15, 0.3, 0.095);
    windowAt(pen, 0.44, 0.31, 0.09);
  };
}

/** A log cabin or a mountain hut: low, heavy-roofed. */
export function cabin(pen: Pen): void {
  const log = pen.colour(hex('#7d5a3f'));
  const roof = hex('#463a36');
  pen.form([-0.02, 0, 0.7, 0.03, 0.7, 0.42, -0.02, 0.42], log, { facing: -0.3, grain: 0.16 });
  pen.form([-0.62, 0.02, -0.02, 0, -0.02, 0.42, -0.32, 0.84, -0.62, 0.42], lighter(log, 0.04), {
    facing: 0.6,
    grain: 0.16,
  });
  for (let y = 0.06; y < 0.42; y += 0.065) {
    pen.limb([-0.62, y + 0.02, -0.02, y], { from: 0.01, to: 0.01 }, lighter(log, -0.16), { facing: 0 });
    pen.limb([-0.02, y, 0.7, y + 0.02], { from: 0.01, to: 0.01 }, lighter(log, -0.2), { facing: -0.3 });
  }
  pen.form([-0.34, 0.95, 0.46, 0.9, 0.8, 0.34, 0.02, 0.33], roof, { facing: 0.15, grain: 0.2 });
  pen.form([-0.34, 0.96, -0.72, 0.33, -0.66, 0.3, -0.32, 0.82, 0.01, 0.3, 0.06, 0.34], lighter(roof, -0.05), {
    facing: 0.2,
    grain: 0.1,
  });
  pen.form([-0.4, 0.01, -0.24, 0.005, -0.24, 0.3, -0.4, 0.3], hex('#4a3022'), { facing: 0.1 });
  windowAt(pen, 0.2, 0.24, 0.09);
  windowAt(pen, 0.5, 0.25, 0.09);
}

/** A run of curved, tiled roof: eaves that lift at the corners, as on Korean and Chinese halls. */
export function tiledRoof(pen: Pen, roof: { y: number; half: number; rise: number; colour: Lab }): void {
  const { y, half, rise, colour } = roof;
  const lift = half * 0.13;
  const outline = [-half, y + lift, -half * 0.72, y + 0.012, 0, y - 0.012, half * 0.72, y + 0.012, half, y + lift];
  const ridge = [half * 0.6, y + rise, 0, y + rise * 0.9, -half * 0.6, y + rise];
  pen.form([...outline, half * 0.8, y + rise * 0.42, ...ridge, -half * 0.8, y + rise * 0.42], colour, {
    facing: 0.25,
    grain: 0.14,
  });
  for (let i = -9; i <= 9; i++) {
    const t = i / 9;
    pen.limb(
      [t * half * 0.57, y + rise * 0.94, t * half * 0.76, y + rise * 0.45, t * half * 0.95, y + lift * t * t + 0.01],
      { from: 0.007, to: 0.011 },
      lighter(colour, i % 2 ? 0.07 : -0.08),
      { facing: 0.3, grain: 0 },
    );
  }
  pen.limb(
    [-half * 0.62, y + rise + 0.012, 0, y + rise * 0.92, half * 0.62, y + rise + 0.012],
    { from: 0.034, to: 0.034 },
    lighter(colour, -0.07),
    { round: 0.01 },
  );
  pen.limb(
    [-half * 1.01, y + lift, -half * 0.72, y + 0.008, 0, y - 0.018, half * 0.72, y + 0.008, half * 1.01, y + lift],
    { from: 0.022, to: 0.022 },
    lighter(colour, 0.1),
    { facing: 0.5 },
  );
}

/** A hanok: stone base, timber posts, paper doors under a grey tiled roof. */
export function hanok(pen: Pen): void {
  const timber = hex('#6a4530');
  pen.form(box({ left: -0.95, right: 0.95, bottom: 0, top: 0.12 }), hex('#a29a8d'), { facing: 0.2, grain: 0.16 });
  pen.form(box({ left: -0.84, right: 0.84, bottom: 0.12, top: 0.58 }), pen.colour(hex('#e6dcc6')), {
    facing: -0.1,
    grain: 0.06,
  });
  for (let bay = 0; bay < 4; bay++) {
    const left = -0.84 + bay * 0.42;
    if (bay === 1 || bay === 2) {
      pen.pane(box({ left: left + 0.05, right: left + 0.37, bottom: 0.15, top: 0.5 }));
      for (let bar = 0; bar < 6; bar++) {
        const x = left + 0.05 + bar * 0.064;
        pen.limb([x, 0.15, x, 0.5], { from: 0.011, to: 0.011 }, timber, { facing: 0 });
      }
      for (const y of [0.2, 0.32, 0.44])
        pen.limb([left + 0.05, y, left + 0.37, y], { from: 0.009, to: 0.009 }, timber, { facing: 0 });
    } else windowAt(pen, left + 0.21, 0.36, 0.1);
  }
  for (let post = 0; post <= 4; post++) {
    const x = -0.84 + post * 0.42;
    pen.limb([x, 0.12, x, 0.62], { from: 0.042, to: 0.042 }, timber, { round: 0.012 });
  }
  pen.form(box({ left: -0.9, right: 0.9, bottom: 0.55, top: 0.61 }), timber, { facing: -0.4 });
  tiledRoof(pen, { y: 0.6, half: 1.16, rise: 0.36, colour: hex('#4b4e57') });
}

/** Several roofs one above the other. */
export function pagoda(pen: Pen): void {
  const wall = pen.colour(hex('#a3503c'));
  const levels = 5;
  pen.form(box({ left: -0.34, right: 0.34, bottom: 0, top: 0.06 }), hex('#a29a8d'), { facing: 0.2, grain: 0.15 });
  for (let level = 0; level < levels; level++) {
    const y = 0.06 + level * 0.165;
    const half = 0.25 - level * 0.032;
    pen.form(box({ left: -half, right: half, bottom: y, top: y + 0.13 }), wall, { facing: -0.15, grain: 0.08 });
    pen.pane(box({ left: -half * 0.4, right: half * 0.4, bottom: y + 0.02, top: y + 0.1 }));
    tiledRoof(pen, { y: y + 0.105, half: half * 1.55, rise: 0.08, colour: hex('#4c5058') });
  }
  pen.limb([0, 0.86, 0, 1.04], { from: 0.02, to: 0.006 }, hex('#b8924a'), { round: 0.005 });
}

/** A temple or palace hall on a terrace, with painted eaves. */
export function temple(pen: Pen): void {
  pen.form([-1.15, 0, 1.15, 0, 1.0, 0.14, -1.0, 0.14], hex('#aaa294'), { facing: 0.25, grain: 0.14 });
  pen.form(box({ left: -0.8, right: 0.8, bottom: 0.14, top: 0.5 }), hex('#8a4a38'), { facing: -0.3, grain: 0.08 });
  for (let post = 0; post < 7; post++) {
    const x = -0.8 + post * (1.6 / 6);
    if (post < 6) pen.pane(box({ left: x + 0.06, right: x + 0.2, bottom: 0.17, top: 0.42 }));
    pen.limb([x, 0.14, x, 0.5], { from: 0.05, to: 0.05 }, pen.colour(hex('#9c3b2c')), { round: 0.014 });
  }
  pen.form(box({ left: -0.88, right: 0.88, bottom: 0.46, top: 0.54 }), hex('#3f7a68'), { facing: -0.2, grain: 0.12 });
  tiledRoof(pen, { y: 0.53, half: 1.15, rise: 0.17, colour: hex('#474b52') });
  pen.form(box({ left: -0.55, right: 0.55, bottom: 0.68, top: 0.76 }), hex('#8a4a38'), { facing: -0.2 });
  tiledRoof(pen, { y: 0.74, half: 0.85, rise: 0.24, colour: hex('#474b52') });
}
