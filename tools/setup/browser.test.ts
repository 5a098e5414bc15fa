import { describe, expect, it } from 'vitest';

type FindBrowser = (machine: {
  readonly env: Readonly<Record<string, string>>;
  readonly exists: (path: string) => boolean;
}) => string | undefined;

const { findBrowser } = (await import(new URL('./browser.mjs', import.meta.url).href)) as { findBrowser: FindBrowser };

const machineWith = (...paths: string[]) => ({ env: {}, exists: (path: string) => paths.includes(path) });

describe('the browser that npm test looks through', () => {
  it('is the headless shell where there is one, and a whole Chromium where there is none', () => {
    const both = machineWith('/usr/bin/chromium', '/usr/bin/chromium-headless-shell');
    expect(findBrowser(both)).toBe('/usr/bin/chromium-headless-shell');
    expect(findBrowser(machineWith('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
    expect(findBrowser(machineWith())).toBeUndefined();
  });

  it('is the one that the caller names, whatever else is there', () => {
    const named = { ...machineWith('/usr/bin/chromium-headless-shell'), env: { CHROMIUM_PATH: '/opt/chromium' } };
    expect(findBrowser(named)).toBe('/opt/chromium');
  });
});
