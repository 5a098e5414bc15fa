import { vi } from 'vitest';

/** What a test waits for comes on a busy machine too, only later; by itself vitest gives up after one second. */
const WAIT_MS = 20_000;

const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: WAIT_MS, ...options });
