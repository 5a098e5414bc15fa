export { sessionQuery } from './hooks/session-query.ts';
export { returnPath } from './model/return-path.ts';
