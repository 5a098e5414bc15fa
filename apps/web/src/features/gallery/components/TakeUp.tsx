import { useTakeUp } from '../hooks/useTakePictures.ts';

/** Takes up, on any wall, what was being taken away when the page was left; shows nothing of its own. */
export function TakeUp() {
  useTakeUp();
  return null;
}
