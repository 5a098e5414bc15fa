import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLines } from './lines.ts';

it('tells the same lines wherever the network cut the bytes, letters of several bytes included', () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ''));
  const cuts = fc.array(fc.nat(), { maxLength: 10 });
  fc.assert(
    fc.property(fc.array(line), cuts, (lines, cuts) => {
      const bytes = Buffer.from(lines.map((one) => `${one}\n`).join(''));
      const told: string[] = [];
      const { push } = createLines((one) => told.push(one));
      const at = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b);
      [0, ...at].forEach((from, index) => push(bytes.subarray(from, at[index] ?? bytes.length)));
      expect(told).toEqual(lines.map((one) => one.toWellFormed()));
    }),
  );
});

it('tells no line that was not ended', () => {
  const told: string[] = [];
  createLines((one) => told.push(one)).push(Buffer.from('[0,{"data":{}}]\n[1,{"da'));

  expect(told).toEqual(['[0,{"data":{}}]']);
});
