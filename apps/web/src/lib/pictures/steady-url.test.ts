import { describe, expect, it } from 'vitest';
import { placeholderOf } from './placeholder.ts';
import { createSteadyUrls } from './steady-url.ts';

describe('the address of a picture', () => {
  it('stays the same although every answer signs it anew, until its link nears its end', () => {
    let time = 0;
    const urls = createSteadyUrls(() => time);
    expect(urls.steady('a', '/a?sig=1')).toBe('/a?sig=1');
    time = 199_000;
    expect(urls.steady('a', '/a?sig=2')).toBe('/a?sig=1');
    time = 201_000;
    expect(urls.steady('a', '/a?sig=3')).toBe('/a?sig=3');
  });

  it('is replaced at once when it did not load', () => {
    const urls = createSteadyUrls(() => 0);
    urls.steady('a', '/a?sig=1');
    urls.drop('a');
    expect(urls.steady('a', '/a?sig=2')).toBe('/a?sig=2');
  });
});

describe('the stand-in of a picture', () => {
  it('is drawn from its hash', () => {
    expect(placeholderOf('1QcSHQRnh493V4dIh4eXh1h4kJUI')).toMatch(/^data:image\/png;base64,/u);
  });

  it.each(['', '!!!', 'AA=='])('is left out when the hash is %j', (hash) => {
    expect(placeholderOf(hash)).toBeNull();
  });
});
