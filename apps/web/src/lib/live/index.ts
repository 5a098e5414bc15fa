export type { ConnectionState } from './connection.ts';
export { connection, renewLive } from './live-state.ts';
export { subscribeLive } from './subscribe-live.ts';
export type { LiveHandlers } from './run-subscription.ts';
