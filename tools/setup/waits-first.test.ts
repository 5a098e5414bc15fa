import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import WaitsFirst from './waits-first.ts';

const place = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const WAITS = ['tools/chaos/arrows.test.ts', 'tools/chaos/chaos.test.ts'].map(place);

const spec = (moduleId: string) =>
  ({
    moduleId,
    project: { name: 'node', config: { isolate: true, sequence: { groupOrder: 0 } } },
  }) as TestSpecification;

it('runs the tests that mostly wait before all others, whatever their size', async () => {
  const others = ['tools/new/new.test.ts', 'tools/setup/waits-first.test.ts'].map(place);
  const sequencer = new WaitsFirst({ cache: { getTestSpecificationResult: () => undefined } } as unknown as Vitest);

  const sorted = await sequencer.sort([...others, ...WAITS].map(spec));

  expect(
    sorted
      .slice(0, 2)
      .map(({ moduleId }) => moduleId)
      .toSorted(),
  ).toEqual(WAITS);
  expect(sorted).toHaveLength(4);
});

it('knows them by names that there are', () => expect(WAITS.filter((file) => !existsSync(file))).toEqual([]));
