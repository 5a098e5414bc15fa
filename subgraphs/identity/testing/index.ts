export { seedUser } from './seed-user.ts';
export type { SeededUser, UserSeed } from './seed-user.ts';
