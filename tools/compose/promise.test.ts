import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../apps/explorer/src/examples.ts';
import { findBrokenPromises, findBrokenPromisesOf, readApi, releaseChangelog } from './promise.ts';

const released = `
  type Query { job(id: ID!): Job jobs(first: Int): [Job!]! }
  type Job { id: ID! status: String! place: Int }
`;
const changelog = '# Changes\n\n## Next\n\n- Nothing.\n\n## 2026-11\n\n- `Job.place` is promised.\n';
const paths = async (api: string, text = changelog) =>
  (await findBrokenPromises({ released, api, changelog: text })).map(({ path }) => path);

describe('what partners were promised', () => {
  it('is kept by the API as it stands; else run "npm run compose" and read what it says', async () => {
    expect(await findBrokenPromisesOf(readApi())).toEqual([]);
  });

  it('is not broken by what is added', async () => {
    const api = released
      .replace('place: Int', 'place: Int color: String')
      .replace('first: Int', 'first: Int after: ID');
    expect(await paths(`${api} type Board { id: ID! }`)).toEqual([]);
  });

  it('is broken by what is taken away, made stricter or of another type', async () => {
    expect(await paths(released.replace('place: Int', ''))).toEqual(['Job.place']);
    expect(await paths(released.replace('first: Int', 'first: Int!'))).toEqual(['Query.jobs.first']);
    expect(await paths(released.replace('status: String!', 'status: Int!'))).toEqual(['Job.status']);
  });

  it('may be broken when the changelog says so under "Next", not when an older release did', async () => {
    const api = released.replace('place: Int', '');
    expect(await paths(api, changelog.replace('- Nothing.', '- `Job.place` is gone; ask `Job.wait`.'))).toEqual([]);
    expect(await paths(api)).toEqual(['Job.place']);
  });

  it('moves with a release: what was next has its name, and nothing is next', () => {
    const text = releaseChangelog(changelog, '2026-12');
    expect(text).toContain('## Next\n\n- Nothing that breaks a client.\n\n## 2026-12\n\n- Nothing.');
  });
});

describe('the examples of the explorer', () => {
  const schema = buildSchema(readApi());
  it.each(EXAMPLES.map(({ query }) => [/(?:query|mutation|subscription) (\w+)/.exec(query)?.[1], query]))(
    '%s fits the API',
    (_name, query) => {
      expect(validate(schema, parse(query ?? ''))).toEqual([]);
    },
  );
});
