import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { API_FILE } from './compose.ts';

const root = new URL('../../', import.meta.url);
/** The API as it was when it was last released: what partners were promised. */
export const RELEASED_FILE = new URL('gateway/released.graphql', root);
export const CHANGELOG_FILE = new URL('docs/graph-changelog.md', root);

export interface BrokenPromise {
  /** Where: `Job.status`, `Query.jobs.first`. */
  readonly path: string;
  readonly message: string;
}

interface Compared {
  readonly released: string;
  readonly api: string;
  readonly changelog: string;
}

/** Changes since the last release that would break a client and that the changelog does not name under "Next". */
export async function findBrokenPromises({ released, api, changelog }: Compared): Promise<readonly BrokenPromise[]> {
  const changes = await diff(buildSchema(released), buildSchema(api));
  const named = namedUnderNext(changelog);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path = '', message }) => ({ path, message }))
    .filter(({ path }) => !named.has(path));
}

/** What is in backticks between "## Next" and the release before it. */
function namedUnderNext(changelog: string): ReadonlySet<string> {
  const [, next = ''] = changelog.split(/^## Next$/m);
  const [section = ''] = next.split(/^## /m);
  return new Set([...section.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path));
}

/** The committed files, compared. */
export function findBrokenPromisesOf(api: string): Promise<readonly BrokenPromise[]> {
  return findBrokenPromises({
    released: readFileSync(RELEASED_FILE, 'utf8'),
    changelog: readFileSync(CHANGELOG_FILE, 'utf8'),
    api,
  });
}

/** The changelog with all that is "Next" under the release's name. */
export function releaseChangelog(changelog: string, name: string): string {
  const nothing = '- Nothing that breaks a client.';
  return changelog.replace(/^## Next$/m, `## Next\n\n${nothing}\n\n## ${name}`);
}

export function readApi(): string {
  return readFileSync(API_FILE, 'utf8');
}
