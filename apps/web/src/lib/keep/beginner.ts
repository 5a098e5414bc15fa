import { createKeptValue, OWN_PREFIX } from './kept-value.ts';

/**
 * Whether the person of this browser has made nothing yet, as it was last known; null before it ever was. True from sign-up on.
 * `public/boot.js` takes it as a hint that somebody is signed in here.
 */
export const keptBeginner = createKeptValue<boolean | null>({
  key: `${OWN_PREFIX}beginner`,
  parse: (stored) => (typeof stored === 'boolean' ? stored : null),
});
