import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { foresee } from './foreseen.ts';
import type { Foresight } from './foreseen.ts';

const KEY = ['lamps'];
const turn =
  (lamp: string, isOn: boolean): Foresight =>
  (known, [kind]) =>
    kind === 'lamps' ? { ...(known as object), [lamp]: isOn } : known;

let client: QueryClient;
const seen = () => client.getQueryData(KEY);

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(KEY, { hall: false, stair: false }, { updatedAt: 1_000 });
  client.setQueryData(['doors'], 'shut');
});

describe('a change that is on its way', () => {
  it('is seen at once, and what it does not touch is left alone', () => {
    foresee(client, turn('hall', true));
    expect(seen()).toEqual({ hall: true, stair: false });
    expect(client.getQueryData(['doors'])).toBe('shut');
    expect(client.getQueryState(KEY)?.dataUpdatedAt).toBe(1_000);
  });

  it('is taken back when it fails, and stays when it came true', () => {
    foresee(client, turn('hall', true))(false);
    expect(seen()).toEqual({ hall: false, stair: false });
    foresee(client, turn('stair', true))(true);
    expect(seen()).toEqual({ hall: false, stair: true });
  });

  it('that fails takes nothing along of one asked for after it', () => {
    const first = foresee(client, turn('hall', true));
    const second = foresee(client, turn('stair', true));
    first(false);
    expect(seen()).toEqual({ hall: false, stair: true });
    second(true);
    expect(seen()).toEqual({ hall: false, stair: true });
  });

  it('pressed twice ends as it was pressed last, whichever of them fails', () => {
    const on = foresee(client, turn('hall', true));
    const off = foresee(client, turn('hall', false));
    on(true);
    expect(seen()).toMatchObject({ hall: false });
    off(false);
    expect(seen()).toMatchObject({ hall: true });
  });

  it('is seen in what is fetched meanwhile, and gone from there too when it fails', async () => {
    const end = foresee(client, turn('hall', true));
    await client.fetchQuery({ queryKey: KEY, queryFn: () => ({ hall: false, stair: true }) });
    await client.fetchQuery({ queryKey: ['lamps', 'far'], queryFn: () => ({ hall: false }) });
    expect(seen()).toEqual({ hall: true, stair: true });
    expect(client.getQueryData(['lamps', 'far'])).toEqual({ hall: true });
    end(false);
    expect(seen()).toEqual({ hall: false, stair: true });
    expect(client.getQueryData(['lamps', 'far'])).toEqual({ hall: false });
  });

  it('is over with its answer: what is fetched then is shown as it is', async () => {
    foresee(client, turn('hall', true))(true);
    await client.fetchQuery({ queryKey: KEY, queryFn: () => ({ hall: false, stair: false }) });
    expect(seen()).toEqual({ hall: false, stair: false });
  });
});
