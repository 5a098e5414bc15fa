import type { Viewer } from '@modu/viewer';
import { ANONYMOUS } from '@modu/viewer';
import { describe, expect, it } from 'vitest';
import { chooseDocument } from './choose-document.ts';
import { parseGraphqlBody } from './graphql-body.ts';
import { createTrustedDocuments, hashDocument } from './trusted-documents.ts';

const SHARED = 'query Shared { sharedImage { id } }';
const trusted = createTrustedDocuments({ [hashDocument(SHARED)]: SHARED });
const person: Viewer = { kind: 'user', userId: 'u1', role: 'MEMBER', locale: 'en' };

function choose(body: object, viewer: Viewer = ANONYMOUS) {
  return chooseDocument({ body: parseGraphqlBody(body)!, viewer, trusted });
}

describe('a trusted document', () => {
  it.each([
    [
      'in the way of persisted queries',
      { extensions: { persistedQuery: { sha256Hash: hashDocument(SHARED).slice(7) } } },
    ],
    ['by its id', { documentId: hashDocument(SHARED) }],
    ['as its very text', { query: SHARED }],
  ])('runs for everyone when it is named %s', (_how, body) => {
    expect(choose(body)).toEqual({ ok: true, text: SHARED, trusted: true });
  });

  it('that nobody knows is said to be unknown, so that a client can send its text', () => {
    expect(choose({ documentId: 'a'.repeat(64) })).toMatchObject({ ok: false, code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  it('does not lend its trust to another text sent with its hash unknown', () => {
    const body = { documentId: 'a'.repeat(64), query: '{ me { id } }' };

    expect(choose(body)).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' });
    expect(choose(body, person)).toEqual({ ok: true, text: '{ me { id } }', trusted: false });
  });
});

describe('a document of one’s own', () => {
  it('runs for people who are signed in, under the limits', () => {
    expect(choose({ query: '{ me { id } }' }, person)).toEqual({ ok: true, text: '{ me { id } }', trusted: false });
  });

  it('does not run for nobody, schema queries included', () => {
    expect(choose({ query: '{ __schema { types { name } } }' })).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
  });

  it('asks what uptime checks ask, for everyone', () => {
    expect(choose({ query: '{ __typename }' })).toMatchObject({ ok: true });
  });
});

describe('what is no request', () => {
  it.each([[{ query: 7 }], [{ query: '{ a }', variables: [] }], [{ documentId: 'short' }]])('%j is refused', (body) => {
    expect(parseGraphqlBody(body)).toBeUndefined();
  });

  it('an empty one is refused', () => {
    expect(choose({})).toMatchObject({ ok: false, status: 400 });
  });
});

it('a manifest with a hash that is not that of its document is refused', () => {
  expect(() => createTrustedDocuments({ [hashDocument('{ a }')]: '{ b }' })).toThrow('damaged');
});
