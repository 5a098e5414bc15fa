export { defineChannel, MESSAGE_BYTES_MAX } from './bus.ts';
export type { Bus, Channel, Unsubscribe } from './bus.ts';
export { BusError } from './bus-error.ts';
export type { BusErrorCode } from './bus-error.ts';
export { createMemoryBus } from './memory-bus.ts';
export { createPostgresBus } from './postgres-bus.ts';
export { createPostgresListener } from './postgres-listener.ts';
export type { ListenerOptions, PostgresListener } from './postgres-listener.ts';
export { createRedisBus } from './redis-bus.ts';
