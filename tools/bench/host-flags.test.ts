import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HOST_FLAGS } from './host-flags.ts';

it.each(['../setup/start.mjs', '../../deploy/Dockerfile'])('the benches start Node as %s does', (file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');

  expect(text.match(/--max-[\w-]+=\d+/g)).toEqual(HOST_FLAGS);
});
