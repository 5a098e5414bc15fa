import { type Lab, lch } from '../colour/oklab.ts';

export type Moment = 'dawn' | 'morning' | 'noon' | 'golden' | 'sunset' | 'dusk' | 'night';

/** What a time of day decides before weather, mood and chance have their say. */
export interface MomentLight {
  zenith: Lab;
  middle: Lab;
  horizon: Lab;
  glow: Lab;
  key: Lab;
  shade: Lab;
  ambient: number;
  strength: number;
  /** Height of the light above the horizon, 0..1 of the sky. */
  altitude: number;
  dark: boolean;
}

/** Chosen by eye in OKLCH: neighbouring hues from zenith to horizon, with the shade tint opposite the key. */
export const MOMENTS: Record<Moment, MomentLight> = {
  dawn: {
    zenith: lch(0.62, 0.07, 268),
    middle: lch(0.78, 0.065, 335),
    horizon: lch(0.91, 0.075, 68),
    glow: lch(0.96, 0.07, 85),
    key: lch(0.9, 0.09, 60),
    shade: lch(0.4, 0.065, 285),
    ambient: 0.62,
    strength: 0.42,
    altitude: 0.12,
    dark: false,
  },
  morning: {
    zenith: lch(0.66, 0.1, 248),
    middle: lch(0.81, 0.06, 235),
    horizon: lch(0.945, 0.035, 95),
    glow: lch(0.985, 0.03, 95),
    key: lch(0.95, 0.06, 90),
    shade: lch(0.5, 0.055, 262),
    ambient: 0.66,
    strength: 0.42,
    altitude: 0.6,
    dark: false,
  },
  noon: {
    zenith: lch(0.6, 0.125, 250),
    middle: lch(0.76, 0.085, 240),
    horizon: lch(0.92, 0.035, 215),
    glow: lch(0.99, 0.02, 100),
    key: lch(0.98, 0.045, 98),
    shade: lch(0.5, 0.06, 262),
    ambient: 0.68,
    strength: 0.42,
    altitude: 0.92,
    dark: false,
  },
  golden: {
    zenith: lch(0.66, 0.06, 238),
    middle: lch(0.83, 0.055, 88),
    horizon: lch(0.92, 0.1, 80),
    glow: lch(0.97, 0.1, 90),
    key: lch(0.93, 0.13, 75),
    shade: lch(0.42, 0.06, 295),
    ambient: 0.58,
    strength: 0.52,
    altitude: 0.26,
    dark: false,
  },
  sunset: {
    zenith: lch(0.44, 0.09, 287),
    middle: lch(0.67, 0.125, 20),
    horizon: lch(0.85, 0.15, 66),
    glow: lch(0.95, 0.13, 85),
    key: lch(0.86, 0.15, 55),
    shade: lch(0.34, 0.085, 295),
    ambient: 0.48,
    strength: 0.5,
    altitude: 0.09,
    dark: false,
  },
  dusk: {
    zenith: lch(0.33, 0.085, 275),
    middle: lch(0.5, 0.09, 300),
    horizon: lch(0.74, 0.095, 42),
    glow: lch(0.84, 0.1, 60),
    key: lch(0.7, 0.08, 35),
    shade: lch(0.3, 0.08, 280),
    ambient: 0.42,
    strength: 0.34,
    altitude: 0.02,
    dark: true,
  },
  night: {
    zenith: lch(0.17, 0.055, 272),
    middle: lch(0.26, 0.068, 264),
    horizon: lch(0.42, 0.062, 248),
    glow: lch(0.86, 0.04, 100),
    key: lch(0.75, 0.04, 225),
    shade: lch(0.2, 0.075, 270),
    ambient: 0.38,
    strength: 0.34,
    altitude: 0.62,
    dark: true,
  },
};
