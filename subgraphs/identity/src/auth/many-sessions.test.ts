import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import type { SeededUser } from '../../testing/seed-user.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

/** As if this person had signed in so often, the day before. */
const signedInBefore = ({ id }: SeededUser, times: number) =>
  stage.rows(`INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at)
    SELECT '${id}-' || n, '${id}-token-' || n, '${id}', now() + interval '1 day', now() - n * interval '1 hour', now()
    FROM generate_series(1, ${times}) AS n`);
const sessionsOf = async ({ id }: SeededUser) =>
  (await stage.rows(`SELECT id FROM session WHERE user_id = '${id}'`)).map((row) => row['id']);
const toldOf = async ({ id }: SeededUser) =>
  (await stage.rows(`SELECT session_id FROM access_revocation WHERE user_id = '${id}'`)).map(
    (row) => row['session_id'],
  );

describe('a person with many sessions', () => {
  it('keeps the latest hundred: with each further one the oldest ends and is told', async () => {
    const ada = await stage.seed();
    await signedInBefore(ada, 102);
    await stage.post('/auth/sign-in/email', { email: ada.email, password: ada.password });

    expect(await sessionsOf(ada)).toHaveLength(100);
    expect((await toldOf(ada)).toSorted()).toEqual([99, 100, 101, 102].map((n) => `${ada.id}-${n}`).toSorted());
  });

  it('has every one of them told when a new password ends them', async () => {
    const ada = await stage.seed();
    await signedInBefore(ada, 150);
    const before = await sessionsOf(ada);
    const body = { currentPassword: ada.password, newPassword: 'another password' };
    await stage.post('/auth/change-password', body, { cookie: ada.cookie });

    expect((await toldOf(ada)).toSorted()).toEqual(before.toSorted());
    expect(await sessionsOf(ada)).toHaveLength(1);
  });
});
