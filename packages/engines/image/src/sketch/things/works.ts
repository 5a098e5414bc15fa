import { hex, lighter } from '../colour/oklab.ts';
import { box, ellipse } from '../raster/path.ts';
import type { Pen } from './pen.ts';

/** An arched stone bridge; drawn wide, its deck level with the banks. */
export function bridge(pen: Pen): void {
  const stone = pen.colour(hex('#9a8f80'));
  const deck: number[] = [];
  for (let i = 0; i <= 24; i++) {
    const t = i / 24;
    deck.push(-1.7 + t * 3.4, 0.5 + Math.sin(t * Math.PI) * 0.36);
  }
  const under: number[] = [];
  for (let arch = 2; arch >= 0; arch--) {
    const middle = (arch - 1) * 0.95;
    const top = arch === 1 ? 0.62 : 0.44;
    for (let i = 0; i <= 12; i++) {
      const angle = (i / 12) * Math.PI;
      under.push(middle + Math.cos(angle) * 0.38, Math.sin(angle) * top - 0.05);
    }
  }
  pen.form([...deck, 1.7, -0.05, ...under, -1.7, -0.05], stone, { facing: 0.15, grain: 0.2 });
  pen.limb(
    deck.map((value, i) => (i % 2 ? value + 0.07 : value)),
    { from: 0.06, to: 0.06 },
    lighter(stone, 0.06),
    { facing: 0.6, grain: 0.1 },
  );
}

/** A gate of two posts and two beams, as before a shrine. */
export function gate(pen: Pen): void {
  const red = pen.colour(hex('#b8452f'));
  for (const x of [-0.36, 0.36]) pen.limb([x * 1.08, 0, x, 0.92], { from: 0.085, to: 0.07 }, red, { round: 0.02 });
  pen.limb([-0.52, 0.68, 0.52, 0.68], { from: 0.06, to: 0.06 }, red, { facing: 0 });
  pen.limb([-0.66, 0.98, -0.3, 0.925, 0.3, 0.925, 0.66, 0.98], { from: 0.09, to: 0.09 }, lighter(red, -0.04), {
    round: 0.02,
  });
  pen.limb([-0.7, 1.03, -0.3, 0.975, 0.3, 0.975, 0.7, 1.03], { from: 0.035, to: 0.035 }, hex('#3c3331'), {
    facing: 0.4,
  });
}

export function fence(pen: Pen): void {
  const wood = pen.colour(hex('#a58d70'));
  for (let i = 0; i < 11; i++) {
    const x = (i - 5) * 0.38 + pen.rng.bell() * 0.03;
    pen.limb([x, 0, x + pen.rng.bell() * 0.04, 0.95 + pen.rng.bell() * 0.06], { from: 0.1, to: 0.085 }, wood, {
      round: 0.03,
      grain: 0.15,
    });
  }
  for (const y of [0.42, 0.76])
    pen.limb([-2, y, 0, y + pen.rng.bell() * 0.03, 2, y], { from: 0.075, to: 0.075 }, lighter(wood, 0.03), {
      facing: 0.4,
      grain: 0.14,
    });
}

export function streetLamp(pen: Pen): void {
  const iron = pen.colour(hex('#3a3d42'));
  pen.limb([0, 0, 0, 0.82], { from: 0.03, to: 0.02 }, iron, { round: 0.008 });
  pen.form(box({ left: -0.04, right: 0.04, bottom: 0, top: 0.05 }), iron);
  pen.pane([-0.03, 0.82, 0.03, 0.82, 0.05, 0.93, -0.05, 0.93]);
  pen.form([-0.065, 0.93, 0.065, 0.93, 0, 1], iron, { round: 0.01 });
  if (pen.stage.light.dark) pen.glow({ x: 0, y: 0.87, radius: 0.3 }, hex('#ffdf9a'), 0.7);
}

/** A paper lantern, hanging or floating. */
export function lantern(pen: Pen): void {
  const paper = pen.colour(hex('#e0603a'));
  pen.glow({ x: 0, y: 0.5, radius: 1.5 }, lighter(paper, 0.25), pen.stage.light.dark ? 0.55 : 0.2);
  pen.form(ellipse({ x: 0, y: 0.5, rx: 0.34, ry: 0.4 }), lighter(paper, pen.stage.light.dark ? 0.2 : 0.05), {
    round: 0.1,
  });
  for (const x of [-0.2, -0.07, 0.07, 0.2])
    pen.limb([x * 0.6, 0.12, x * 1.15, 0.5, x * 0.6, 0.88], { from: 0.012, to: 0.012 }, lighter(paper, -0.08), {
      facing: 0.3,
    });
  pen.glow({ x: 0, y: 0.45, radius: 0.34 }, hex('#fff0b8'), pen.stage.light.dark ? 0.8 : 0.35);
  for (const y of [0.1, 0.9])
    pen.form(box({ left: -0.15, right: 0.15, bottom: y - 0.035, top: y + 0.035 }), hex('#4a2f26'), { facing: 0.2 });
}

export function fountain(pen: Pen): void {
  const stone = hex('#b0a898');
  pen.form(ellipse({ x: 0, y: 0.1, rx: 0.75, ry: 0.13 }), stone, { round: 0.05, grain: 0.1 });
  pen.form(ellipse({ x: 0, y: 0.14, rx: 0.66, ry: 0.085 }), hex('#7fa5b5'), { facing: 0.4 });
  pen.limb([0, 0.1, 0, 0.55], { from: 0.16, to: 0.08 }, stone, { round: 0.04 });
  pen.form(ellipse({ x: 0, y: 0.55, rx: 0.3, ry: 0.06 }), stone, { round: 0.03 });
  for (let i = 0; i < 160; i++) {
    const out = pen.rng.between(-1, 1);
    const t = pen.rng.next();
    pen.dab(
      { x: out * t * 0.5, y: 0.6 + Math.sin(t * Math.PI * 0.8) * 0.38 - t * t * 0.5, rx: 0.012, ry: 0.02 },
      hex('#e4f0f4'),
      0.8,
    );
  }
}

export function bench(pen: Pen): void {
  const wood = pen.colour(hex('#8a6242'));
  for (const x of [-0.75, 0.75]) pen.limb([x, 0, x, 0.5], { from: 0.09, to: 0.09 }, hex('#35353a'));
  for (const y of [0.5, 0.72, 0.92])
    pen.limb([-0.95, y, 0.95, y], { from: 0.13, to: 0.13 }, wood, { facing: 0.3, grain: 0.14 });
}
