import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { showJob } from './show-job.ts';

it.each([
  ['image.upscale', '/?job=one'],
  ['document.read', '/documents'],
  ['document.braille', '/documents'],
  ['speech.speak', '/speech'],
  ['speech.transcribe', '/speech'],
])('what %s makes is shown at %s', async (kind, address) => {
  history.replaceState(null, '', '/elsewhere');
  showJob({ id: 'one', kind });
  await waitFor(() => expect(`${location.pathname}${location.search}`).toBe(address));
});
