import { readFileSync, writeFileSync } from 'node:fs';
import { API_FILE, composeSupergraph, SUPERGRAPH_FILE } from './compose.ts';
import { findUndescribed } from './described.ts';
import { CHANGELOG_FILE, findBrokenPromisesOf, RELEASED_FILE, releaseChangelog } from './promise.ts';

// `npm run compose`: writes the supergraph and the public API. `npm run compose -- --release 2026-12`: also promises that API to partners.

const { supergraph, api } = composeSupergraph();
writeFileSync(SUPERGRAPH_FILE, supergraph);
writeFileSync(API_FILE, api);
console.log('Composed the supergraph and the public API.');

const undescribed = findUndescribed(api);
for (const path of undescribed) console.error(`✗ ${path} has no description.`);
if (undescribed.length > 0) {
  console.error('Partners read the graph by them: say what a client needs that the name does not say.');
  process.exit(1);
}

const broken = await findBrokenPromisesOf(api);
for (const { path, message } of broken) console.error(`✗ ${path}: ${message}`);
if (broken.length > 0) {
  console.error(
    'These would break clients. Keep the old names beside the new, or name each path in backticks under "Next" in docs/graph-changelog.md.',
  );
  process.exit(1);
}

const [flag, name] = process.argv.slice(2);
if (flag === '--release' && name) {
  writeFileSync(RELEASED_FILE, api);
  writeFileSync(CHANGELOG_FILE, releaseChangelog(readFileSync(CHANGELOG_FILE, 'utf8'), name));
  console.log(`The API is released as ${name}.`);
}
