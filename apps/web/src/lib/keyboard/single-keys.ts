import { createKeptValue } from '../keep/kept-value.ts';

/**
 * Whether keys without Ctrl do something: `?`, G then C. Those who dictate, or whose keyboard repeats, can turn them off
 * (WCAG 2.1.4).
 */
export const keptSingleKeys = createKeptValue<boolean>({ key: 'modu.keys', parse: (stored) => stored !== false });
