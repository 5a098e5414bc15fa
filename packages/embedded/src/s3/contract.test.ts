import { afterAll, beforeAll, describe, it } from 'vitest';
import { lackingCapabilities } from '../../testing/s3-capabilities.ts';
import { browserFormCases } from './testing/browser.cases.ts';
import { integrityCases } from './testing/integrity.cases.ts';
import { listingCases } from './testing/listing.cases.ts';
import { multipartCases } from './testing/multipart.cases.ts';
import { objectCases } from './testing/objects.cases.ts';
import { signatureCases } from './testing/signatures.cases.ts';
import type { Promised, S3Target } from './testing/target.ts';
import { embeddedTarget, realTarget } from './testing/target.ts';

// What the product relies on, said once and held against the embedded server and, when S3_ENDPOINT names one, against a
// real server too: so the embedded one cannot drift from it unseen.
function contract(start: () => Promise<S3Target>, promised: Promised): void {
  let started: S3Target;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started.close());
  const target = (): S3Target => started;
  objectCases(target, promised);
  integrityCases(target, promised);
  signatureCases(target, promised);
  listingCases(target);
  multipartCases(target, promised);
  browserFormCases(target);
}

describe('the embedded S3 server', () => contract(embeddedTarget, () => it));

const lacking = lackingCapabilities(process.env);
const without = lacking.size > 0 ? `, without ${[...lacking].join(', ')}` : '';

describe.runIf(process.env['S3_ENDPOINT'])(`the S3 server of the environment${without}`, () => {
  contract(
    () => realTarget(process.env),
    (capability) => (lacking.has(capability) ? it.fails : it),
  );
});
