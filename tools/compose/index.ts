import { writeFileSync } from 'node:fs';
import { API_FILE, composeSupergraph, SUPERGRAPH_FILE } from './compose.ts';

const { supergraph, api } = composeSupergraph();
writeFileSync(SUPERGRAPH_FILE, supergraph);
writeFileSync(API_FILE, api);
console.log('Composed the supergraph and the public API.');
