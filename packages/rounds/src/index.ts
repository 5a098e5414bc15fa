export { createBell } from './bell.ts';
export type { Bell, Ear } from './bell.ts';
export { doEach } from './do-each.ts';
export { doKinds } from './do-kinds.ts';
export type { Kinds } from './do-kinds.ts';
export { keepRounds } from './rounds.ts';
export type { Round, Rounds } from './rounds.ts';
