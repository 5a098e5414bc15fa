export { createSubgraphServer } from './server.ts';
export type { BaseContext, SubgraphOptions, SubgraphServer } from './server.ts';
export { readContract } from './contract.ts';
export { answer } from './answer.ts';
export { decodeCursor, encodeCursor, page, parsePage } from './page.ts';
export type { Connection, PageRequest } from './page.ts';
export { pageByTime } from './time-page.ts';
export type { TimePlace } from './time-page.ts';
export { pageMessages } from './page-messages.ts';
