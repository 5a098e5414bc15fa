import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../testing/identity-stage.ts';
import type { IdentityStage } from '../testing/identity-stage.ts';
import { letterTo } from '../testing/read-mail.ts';
import type { SeededUser } from '../testing/seed-user.ts';

/** Files as assets tells of them: by whom they are asked for, and nobody else's. */
const files = new Map<string, { ownerId: string; contentType: string; sizeBytes: number }>();
let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
  stage.network.attach('assets', {
    fetch: async (request) => {
      const text = await request.text();
      const viewer = stage.tokens.verify(request.headers.get('x-modu-identity'), { audience: 'assets', text });
      const { variables } = JSON.parse(text) as { variables: { id: string } };
      const file = files.get(variables.id);
      const isOwn = viewer?.kind === 'service' && viewer.actingFor === file?.ownerId;
      return Response.json({ data: { asset: isOwn ? file : null } });
    },
  });
});

afterAll(() => stage.stop());

const as = ({ id }: { readonly id: string }): Viewer => ({ kind: 'user', userId: id, role: 'MEMBER', locale: 'en' });
const SET =
  'mutation ($id: ID) { setAvatar(assetId: $id) { __typename ... on User { avatar { id } } ... on Refusal { code } } }';
const set = async (person: SeededUser, id: string | null) =>
  (await stage.ask(as(person), SET, { id })).data?.['setAvatar'];

describe('a person’s picture', () => {
  it('is a file of theirs, stays until they take it away, and is nobody else’s', async () => {
    const [ada, bob] = [await stage.seed(), await stage.seed()];
    files.set('portrait', { ownerId: ada.id, contentType: 'image/jpeg', sizeBytes: 3_000_000 });

    expect(await set(ada, 'portrait')).toEqual({ __typename: 'User', avatar: { id: 'portrait' } });
    expect((await stage.ask(as(ada), '{ me { avatar { id } } }')).data).toEqual({ me: { avatar: { id: 'portrait' } } });
    expect(await set(bob, 'portrait')).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
    expect(await set(ada, null)).toEqual({ __typename: 'User', avatar: null });
  });

  it('is a picture, of a size that a picture has; anything else changes nothing', async () => {
    const ada = await stage.seed();
    files.set('fine', { ownerId: ada.id, contentType: 'image/png', sizeBytes: 1 });
    files.set('letter', { ownerId: ada.id, contentType: 'application/pdf', sizeBytes: 1 });
    files.set('drawing', { ownerId: ada.id, contentType: 'image/svg+xml', sizeBytes: 1 });
    files.set('poster', { ownerId: ada.id, contentType: 'image/png', sizeBytes: 20_000_001 });
    await set(ada, 'fine');

    for (const id of ['letter', 'drawing', 'poster']) {
      expect(await set(ada, id)).toEqual({ __typename: 'Refusal', code: 'INVALID_INPUT' });
    }
    expect((await stage.ask(as(ada), '{ me { avatar { id } } }')).data).toEqual({ me: { avatar: { id: 'fine' } } });
    const program: Viewer = { ...as(ada), apiKeyId: 'key', scopes: ['files'] } as Viewer;
    expect((await stage.ask(program, SET, { id: 'fine' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      (await stage.ask({ kind: 'anonymous', locale: 'en' }, SET, { id: 'fine' })).errors?.[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED');
  });
});

describe('the warning of full storage', () => {
  const WARN = `mutation ($userId: ID!) { warnOfStorage(userId: $userId, usedBytes: 6200000000, quotaBytes: 5000000000) }`;
  const service: Viewer = { kind: 'service', service: 'billing', locale: 'en' };

  it('reaches the person in their language, and only services send it', async () => {
    const ada = await stage.seed({ locale: 'ko' });
    expect((await stage.ask(service, WARN, { userId: ada.id })).data).toEqual({ warnOfStorage: true });
    expect((await letterTo(stage, { to: ada.email, kind: 'storage-over' })).text).toMatch(
      /6\.2.*5.*파일은 모두 그대로/s,
    );

    expect((await stage.ask(service, WARN, { userId: 'nobody' })).data).toEqual({ warnOfStorage: false });
    expect((await stage.ask(as(ada), WARN, { userId: ada.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
