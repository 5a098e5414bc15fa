import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { API_FILE, composeSupergraph, SUPERGRAPH_FILE } from './compose.ts';

describe('the committed graph', () => {
  const composed = composeSupergraph();

  it('is what the subgraphs compose to; else run "npm run compose" and commit', () => {
    expect(readFileSync(SUPERGRAPH_FILE, 'utf8')).toBe(composed.supergraph);
    expect(readFileSync(API_FILE, 'utf8')).toBe(composed.api);
  });

  it('shows clients nothing that is internal', () => {
    for (const name of ['holdCredits', 'createJob', 'createImage', 'accountTerms', '_entities', '_service']) {
      expect(composed.api).not.toContain(name);
    }
  });
});
