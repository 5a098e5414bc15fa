import { useKeys } from '../lib/keyboard/index.ts';
import { go } from '../lib/way/index.ts';
import { PLACES } from './places.ts';

/** The keys that work on every page: the palette, help, and the way to each place. */
export function useStudioKeys({
  onPalette,
  onHelp,
}: {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}): void {
  const places = PLACES.map(({ key, to }) => [`g ${key}`, () => void go({ to })] as const);
  useKeys({ '$mod+k': onPalette, '/': onPalette, '[Shift]+?': onHelp, ...Object.fromEntries(places) });
}
