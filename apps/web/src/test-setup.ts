import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What comes on a busy machine comes too, only later; by itself the library gives up after one second.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
