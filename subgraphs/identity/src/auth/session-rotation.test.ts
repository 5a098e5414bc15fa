import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { letterTo } from '../../testing/read-mail.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

/** A browser: all its tabs share one jar, and every answer may change what is in it. */
class Browser {
  cookie: string;

  constructor(cookie: string) {
    this.cookie = cookie;
  }

  async refresh(): Promise<{ readonly status: number; readonly sessionId?: string; readonly code?: string }> {
    const response = await stage.get('/auth/token', { cookie: this.cookie });
    for (const set of response.headers.getSetCookie()) {
      if (set.startsWith('modu.session_token=')) this.cookie = set.split(';')[0] ?? '';
    }
    const { token, code } = (await response.json()) as { token?: string; code?: string };
    return {
      status: response.status,
      ...(token ? { sessionId: String(decodeJwt(token)['sid']) } : {}),
      ...(code ? { code } : {}),
    };
  }

  /** Somebody takes a copy of what is in the jar now. */
  steal(): Browser {
    return new Browser(this.cookie);
  }
}

/** As if so much time had gone by: what the sessions of this person remember moves into the past. */
const letTimePass = async ({ id }: { readonly id: string }, seconds = 660) => {
  const earlier = ['created_at', 'rotated_at', 'confirmed_at'].map(
    (column) => `${column} = ${column} - interval '${seconds} s'`,
  );
  await stage.rows(`UPDATE superseded_token SET superseded_at = superseded_at - interval '${seconds} s'`);
  await stage.rows(`UPDATE session SET ${earlier.join(', ')} WHERE user_id = '${id}'`);
};

describe('many tabs of one browser', () => {
  it('refresh at once, again and again, and nobody is signed out', async () => {
    const ada = await stage.seed();
    const browser = new Browser(ada.cookie);
    const seen: (string | undefined)[] = [];
    let refreshes = 0;
    for (let round = 0; round < 8; round++) {
      await letTimePass(ada);
      const answers = await Promise.all(Array.from({ length: 12 }, () => browser.refresh()));
      refreshes += answers.length;
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      seen.push(...answers.map(({ sessionId }) => sessionId));
    }
    console.log(`12 tabs, ${refreshes} refreshes at the same moments, 0 sign-outs`);

    expect(new Set(seen).size).toBe(1);
  });

  it('stay signed in when the answer that held the new token was lost', async () => {
    const ada = await stage.seed();
    const before = new Browser(ada.cookie);
    await letTimePass(ada);
    await before.steal().refresh();
    await letTimePass(ada);

    expect((await before.refresh()).status).toBe(200);
    expect((await before.refresh()).status).toBe(200);
  });

  it('come back to the new token with the first refresh after its answer was lost', async () => {
    const ada = await stage.seed();
    const [browser, lost] = [new Browser(ada.cookie), new Browser(ada.cookie)];
    await letTimePass(ada);
    await lost.refresh();
    await browser.refresh();

    expect(browser.cookie).not.toBe(ada.cookie);
    expect(browser.cookie).toBe(lost.cookie);
  });

  it('all stay signed in when they come at once, long after an answer was lost, and one of them comes late', async () => {
    const ada = await stage.seed();
    const browser = new Browser(ada.cookie);
    await letTimePass(ada);
    await browser.steal().refresh();
    await letTimePass(ada);
    const [straggler, tabs] = [browser.steal(), Array.from({ length: 12 }, () => browser.refresh())];

    expect((await Promise.all(tabs)).map(({ status }) => status)).toEqual(tabs.map(() => 200));
    expect((await browser.refresh()).status).toBe(200);
    expect((await straggler.refresh()).status).toBe(200);
    expect(
      await stage.rows(`SELECT 1 FROM mail WHERE recipient = '${ada.email}' AND kind = 'session-replayed'`),
    ).toEqual([]);
  });

  it('change to a new token with a refresh every ten minutes, and no sooner', async () => {
    const ada = await stage.seed();
    const browser = new Browser(ada.cookie);
    const jar: string[] = [];
    for (let round = 0; round < 3; round++) {
      await letTimePass(ada);
      await browser.refresh();
      await browser.refresh();
      jar.push(browser.cookie);
    }

    expect(new Set([ada.cookie, ...jar]).size).toBe(4);
    expect(JSON.stringify(await stage.rows('SELECT hash FROM superseded_token'))).not.toContain(
      ada.cookie.slice(20, 50),
    );
  });
});

describe('a stolen session', () => {
  it('is found out when the thief comes first', async () => {
    const ada = await stage.seed();
    const browser = new Browser(ada.cookie);
    const thief = browser.steal();
    await letTimePass(ada);
    await thief.refresh();
    expect((await thief.refresh()).status).toBe(200);
    await letTimePass(ada, 31);

    expect(await browser.refresh()).toMatchObject({ status: 401, code: 'SESSION_REPLAYED' });
    expect((await thief.refresh()).status).toBe(401);
    await letterTo(stage, { to: ada.email, kind: 'session-replayed' });
  });

  it('is found out when the person comes first, however long the thief waits', async () => {
    const ada = await stage.seed();
    const browser = new Browser(ada.cookie);
    const thief = browser.steal();
    for (let round = 0; round < 4; round++) {
      await letTimePass(ada);
      await browser.refresh();
    }

    expect(await thief.refresh()).toMatchObject({ status: 401, code: 'SESSION_REPLAYED' });
    expect((await browser.refresh()).status).toBe(401);
  });

  it('ends alone: the person’s other places stay, and they can sign in again at once', async () => {
    const ada = await stage.seed();
    const sign = () => stage.post('/auth/sign-in/email', { email: ada.email, password: ada.password });
    const phone = new Browser((await sign()).headers.getSetCookie()[0]?.split(';')[0] ?? '');
    const laptop = new Browser(ada.cookie);
    const thief = laptop.steal();
    for (let round = 0; round < 3; round++) {
      await letTimePass(ada);
      await laptop.refresh();
    }
    const { email, password } = ada;
    const again = await stage.post('/auth/sign-in/email', { email, password }, { cookie: thief.cookie });

    expect(again.status).toBe(200);
    expect((await laptop.refresh()).status).toBe(401);
    expect((await phone.refresh()).status).toBe(200);
  });
});
