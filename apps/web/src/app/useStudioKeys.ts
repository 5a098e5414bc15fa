import { useNavigate } from '@tanstack/react-router';
import { useKeys } from '../lib/keyboard/index.ts';
import { PLACES } from './places.ts';

/** The keys that work on every page: the palette, help, and the way to each place. */
export function useStudioKeys({
  onPalette,
  onHelp,
}: {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}): void {
  const navigate = useNavigate();
  const places = PLACES.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })] as const);
  useKeys({ '$mod+k': onPalette, '/': onPalette, '[Shift]+?': onHelp, ...Object.fromEntries(places) });
}
