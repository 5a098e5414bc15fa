import { afterAll, beforeAll, describe } from 'vitest';
import { browserFormCases } from './testing/browser.cases.ts';
import { integrityCases } from './testing/integrity.cases.ts';
import { listingCases } from './testing/listing.cases.ts';
import { multipartCases } from './testing/multipart.cases.ts';
import { objectCases } from './testing/objects.cases.ts';
import { signatureCases } from './testing/signatures.cases.ts';
import type { S3Target } from './testing/target.ts';
import { embeddedTarget, realTarget } from './testing/target.ts';

// What the product relies on, said once and held against the embedded server and, when S3_ENDPOINT names one, against a
// real server too: so the embedded one cannot drift from it unseen.
function contract(start: () => Promise<S3Target>): void {
  let started: S3Target;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started.close());
  const target = (): S3Target => started;
  objectCases(target);
  integrityCases(target);
  signatureCases(target);
  listingCases(target);
  multipartCases(target);
  browserFormCases(target);
}

describe('the embedded S3 server', () => contract(embeddedTarget));

describe.runIf(process.env['S3_ENDPOINT'])('the S3 server of the environment', () => {
  contract(() => realTarget(process.env));
});
