import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THINGS } from '../things/registry.ts';
import { CONCEPTS } from './concepts.ts';
import { readPrompt } from './read-prompt.ts';
import type { ThingWish } from './reading.ts';

const brief = (things: ThingWish[]) =>
  things.map(({ id, count, colourName }) => [count ?? 'some', colourName, id].filter(Boolean).join(' '));

describe('the lexicon', () => {
  it('knows at least 250 concepts, each in English and in Korean', () => {
    expect(CONCEPTS.length).toBeGreaterThanOrEqual(250);
    for (const { id, words } of CONCEPTS) {
      expect(
        words.some((word) => /[a-z]/.test(word)),
        `${id} in English`,
      ).toBe(true);
      expect(
        words.some((word) => /\p{Script=Hangul}/u.test(word)),
        `${id} in Korean`,
      ).toBe(true);
    }
  });

  it('can draw every thing it knows', () => {
    const undrawable = CONCEPTS.filter((concept) => concept.facet === 'thing' && !(concept.draws in THINGS)).map(
      ({ id }) => id,
    );
    expect(undrawable).toEqual([]);
  });

  it('gives each concept one name', () => {
    const names = CONCEPTS.map(({ id }) => id);
    expect(names.filter((id, i) => names.indexOf(id) !== i)).toEqual([]);
  });
});

describe('reading English', () => {
  it('finds places, weather, time, season, mood and style', () => {
    const reading = readPrompt('A peaceful misty lake in the mountains at dawn, autumn, watercolor painting');
    expect(reading).toMatchObject({
      places: ['lake', 'mountain'],
      weather: ['fog'],
      moments: ['dawn'],
      seasons: ['autumn'],
      moods: ['calm'],
      styles: ['watercolour'],
    });
  });

  it('binds a colour to the noun that follows and a count to the noun it counts', () => {
    const { things, tints } = readPrompt('three trees, a red house and two small white boats');
    expect(brief(things)).toEqual(['3 tree', 'some red house', '2 white sailboat']);
    expect(tints).toEqual([]);
  });

  it('lets colours without a noun tint the whole', () => {
    expect(readPrompt('hills in blue and gold').tints.map(({ name }) => name)).toEqual(['blue', 'gold']);
  });

  it('prefers the longest phrase: a hot air balloon is no balloon', () => {
    expect(brief(readPrompt('hot air balloon').things)).toEqual(['some balloon']);
    expect(brief(readPrompt('a red balloon').things)).toEqual(['some red balloons']);
  });

  it('leaves out what is refused in the prompt or in the negative prompt', () => {
    const reading = readPrompt('a lake with birds, without boats, no clouds', 'birds');
    expect(reading.things).toEqual([]);
    expect(reading.refused).toEqual(expect.arrayContaining(['bird', 'sailboat', 'clouds']));
  });
});

describe('reading Korean', () => {
  it.each([
    ['산이', 'mountain'],
    ['바다에서', 'sea'],
    ['숲속의', 'forest'],
    ['도시를', 'city'],
    ['강변으로', 'river'],
    ['호수는', 'lake'],
  ])('takes the particle off %s', (word, place) => {
    expect(readPrompt(word).places).toEqual([place]);
  });

  it('counts after the noun and before it', () => {
    expect(brief(readPrompt('나무 세 그루와 고양이 두 마리').things)).toEqual(['3 tree', '2 cat']);
    expect(brief(readPrompt('세 그루의 나무').things)).toEqual(['3 tree']);
    expect(brief(readPrompt('구름 위를 나는 열기구 세 개').things)).toEqual(['3 balloon']);
    expect(brief(readPrompt('돛단배 다섯척이 있는 바다').things)).toEqual(['5 sailboat']);
  });

  it('binds colours, apart or written together', () => {
    expect(brief(readPrompt('빨간 집과 노란 나비').things)).toEqual(['some red house', 'some yellow butterfly']);
    expect(brief(readPrompt('빨간집').things)).toEqual(['some red house']);
  });

  it('reads a whole sentence', () => {
    const reading = readPrompt('눈 내리는 겨울밤, 한옥마을 위로 보름달이 뜬 풍경을 수묵화로');
    expect(reading).toMatchObject({ places: ['hanokvillage'], weather: ['snow'], heavens: ['moon'], styles: ['ink'] });
    expect(reading.unknown).toEqual([]);
  });

  it('leaves out what comes before 없는', () => {
    expect(readPrompt('구름 없는 하늘').refused).toEqual(['clouds']);
  });

  it('does not find syllables of known words in an unknown one', () => {
    expect(readPrompt('쀍뚫핡').understood).toEqual([]);
  });
});

describe('any prompt', () => {
  it('is read without failing, and counts stay within what a picture holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
        (prompt) => {
          const { things, unknown } = readPrompt(prompt, prompt.slice(0, 20));
          expect(things.every(({ count }) => count === undefined || (count >= 1 && count <= 12))).toBe(true);
          expect(unknown.length).toBeLessThanOrEqual(40);
        },
      ),
      { numRuns: 300 },
    );
  });
});
