export { connectMongo } from './connect.ts';
export type { MongoConnection, MongoOptions } from './connect.ts';
export { isDuplicateKey } from './errors.ts';
export { withoutDeadline } from './without-deadline.ts';
