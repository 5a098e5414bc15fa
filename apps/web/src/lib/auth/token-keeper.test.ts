import { describe, expect, it, vi } from 'vitest';
import { createTokenKeeper, lifetimeMs } from './token-keeper.ts';

const encode = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const jwt = (name: string, lifetimeSeconds = 600) =>
  `${encode({ alg: 'EdDSA' })}.${encode({ sub: name, iat: 1000, exp: 1000 + lifetimeSeconds })}.c2ln`;

function keeperOf(answers: readonly (string | null | Error)[]) {
  let time = 0;
  let asked = 0;
  const fetchToken = vi.fn(async () => {
    const answer = answers[asked] ?? null;
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const keeper = createTokenKeeper({ fetchToken, now: () => time });
  return { keeper, fetchToken, wait: (timeMs: number) => (time += timeMs) };
}

describe('the token keeper', () => {
  it('hands out one token while it lives and fetches the next one a minute before its end', async () => {
    const { keeper, fetchToken, wait } = keeperOf([jwt('first'), jwt('second')]);
    expect(await keeper.get()).toBe(jwt('first'));
    wait(539_000);
    expect(await keeper.get()).toBe(jwt('first'));
    wait(2_000);
    expect(await keeper.get()).toBe(jwt('second'));
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  it('asks once for any number of callers at the same time', async () => {
    const { keeper, fetchToken } = keeperOf([jwt('only')]);
    const all = await Promise.all([keeper.get(), keeper.get(), keeper.renew()]);
    expect(new Set(all)).toEqual(new Set([jwt('only')]));
    expect(fetchToken).toHaveBeenCalledOnce();
  });

  it('measures life from the token itself, so that a wrong clock on the machine changes nothing', () => {
    expect(lifetimeMs(jwt('anyone', 600))).toBe(600_000);
    expect(lifetimeMs('not a token')).toBe(0);
  });

  it('renews when the API refuses a token that seemed alive', async () => {
    const { keeper } = keeperOf([jwt('revoked'), jwt('new')]);
    await keeper.get();
    expect(await keeper.renew()).toBe(jwt('new'));
    expect(await keeper.get()).toBe(jwt('new'));
  });

  it('says null when nobody is signed in, and asks again next time', async () => {
    const { keeper } = keeperOf([null, jwt('came back')]);
    expect(await keeper.get()).toBeNull();
    expect(await keeper.get()).toBe(jwt('came back'));
  });

  it('passes a failure on and is not stuck in it', async () => {
    const { keeper } = keeperOf([new Error('out of reach'), jwt('later')]);
    await expect(keeper.get()).rejects.toThrow('out of reach');
    expect(await keeper.get()).toBe(jwt('later'));
  });

  it('tells whose a token is before anybody has it', async () => {
    const onPerson = vi.fn();
    await createTokenKeeper({ fetchToken: async () => jwt('minji'), onPerson }).get();
    await createTokenKeeper({ fetchToken: async () => null, onPerson }).get();
    expect(onPerson).toHaveBeenCalledExactlyOnceWith('minji');
  });

  it('gives nobody the token of the person before, even when it was on its way at sign-out', async () => {
    let deliver: (token: string) => void = () => undefined;
    const fetchToken = vi.fn(() => new Promise<string>((resolve) => (deliver = resolve)));
    const onPerson = vi.fn();
    const keeper = createTokenKeeper({ fetchToken, onPerson, now: () => 0 });
    const early = keeper.get();
    keeper.forget();
    deliver(jwt('the person before'));
    expect(await early).toBeNull();
    expect(onPerson).not.toHaveBeenCalled();
    void keeper.get();
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });
});
