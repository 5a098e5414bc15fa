import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import type { SeededUser } from '../../testing/seed-user.ts';

const MIGRATION = new URL('../../prisma/migrations/20261123160000_unproven_addresses/migration.sql', import.meta.url);

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

/** As an earlier version left it when Discord named this person's address and did not vouch for it. */
const cameByDiscord = ({ id }: SeededUser) =>
  stage.rows(`INSERT INTO account (id, account_id, provider_id, user_id, updated_at)
    VALUES ('discord ${id}', '${id.toUpperCase()}', 'discord', '${id}', now())`);
const forgetPassword = ({ id }: SeededUser) =>
  stage.rows(`DELETE FROM account WHERE user_id = '${id}' AND provider_id = 'credential'`);
const stateOf = async ({ id }: SeededUser) => {
  const [user] = await stage.rows(`SELECT email FROM "user" WHERE id = '${id}'`);
  const ways = await stage.rows(`SELECT provider_id FROM account WHERE user_id = '${id}' ORDER BY provider_id`);
  return { email: user?.['email'], ways: ways.map((way) => way['provider_id']) };
};

describe('an account from before, at an address for which Discord did not vouch', () => {
  it('loses the address and stays with whoever came from there, unless its owner has answered a letter since', async () => {
    const [squatter, answered, proven] = [await stage.seed(), await stage.seed(), await stage.seed()];
    for (const person of [squatter, answered, proven]) await cameByDiscord(person);
    await forgetPassword(squatter);
    await stage.rows(`UPDATE "user" SET email_verified = true WHERE id = '${proven.id}'`);
    await stage.rows(await readFile(MIGRATION, 'utf8'));

    const none = `discord-${squatter.id.toLowerCase()}@no-address.invalid`;
    expect(await stateOf(squatter)).toEqual({ email: none, ways: ['discord'] });
    expect(await stateOf(answered)).toEqual({ email: answered.email, ways: ['credential'] });
    expect(await stateOf(proven)).toEqual({ email: proven.email, ways: ['credential', 'discord'] });
    await stage.seed({ email: squatter.email });
  });
});
