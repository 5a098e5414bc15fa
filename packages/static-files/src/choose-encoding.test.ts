import { expect, it } from 'vitest';
import { chooseEncoding } from './choose-encoding.ts';

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', null],
  ['gzip;q=0, br;q=0', null],
  ['br;q=0.5, gzip;q=1.0', 'gzip'],
  ['BR ; q=0.9', 'br'],
  ['*', 'br'],
  ['br;q=0, *;q=0.1', 'gzip'],
  ['identity, gzip;q=0.5', null],
  ['gzip;q=nonsense', null],
  ['', null],
])('who accepts “%s” gets %s', (header, encoding) => {
  expect(chooseEncoding(header, ['br', 'gzip'])).toBe(encoding);
});

it('nobody gets what there is not', () => {
  expect(chooseEncoding('br', ['gzip'])).toBeNull();
});
