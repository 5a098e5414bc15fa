import { lazy } from 'react';

/** Fetched when it is opened: a document is read without it. */
export const SpeechPanel = lazy(async () => ({
  default: (await import('./components/SpeechPanel.tsx')).SpeechPanel,
}));
