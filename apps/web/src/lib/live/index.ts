export type { ConnectionState } from './connection.ts';
export { connection, endLive } from './live-state.ts';
export { subscribeLive } from './subscribe-live.ts';
export type { LiveHandlers } from './subscribe-live.ts';
