import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach } from 'vitest';

// What comes on a busy machine comes too, only later; by itself the library gives up after one second.
configure({ asyncUtilTimeout: 15_000 });

// jsdom lays nothing out, so nothing can be out of view.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

// React Aria says its first sentence a tenth of a second later, if what it says it with still stands there: by then the page may be gone.
afterAll(() => document.querySelector('[data-live-announcer]')?.remove());
