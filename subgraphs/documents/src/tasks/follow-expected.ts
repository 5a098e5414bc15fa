import type { Bus } from '@modu/bus';
import type { Reader } from '@modu/engine-reading';
import { readingExpectedChannel } from '../contracts.ts';

/** Makes ready for what is told to be read soon. @returns how to stop. */
export function followExpected(bus: Bus, reader: Pick<Reader, 'expect'>): Promise<() => Promise<void>> {
  return bus.subscribe(readingExpectedChannel, ({ ending, recognise }) =>
    reader.expect({ filename: `file${ending}`, recognise }),
  );
}
