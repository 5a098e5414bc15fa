import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

interface Entry extends Story {
  readonly type: 'story' | 'docs';
}

/** All stories of the built book. */
export function readBook(): readonly Story[] {
  const path = fileURLToPath(new URL('../../apps/web/storybook-static/index.json', import.meta.url));
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { readonly entries: Readonly<Record<string, Entry>> };
  return Object.values(entries).filter(({ type }) => type === 'story');
}
