export { REFUSAL_CODES, refuse, isRefusal } from './refusal.ts';
export type { Refusal, RefusalCode } from './refusal.ts';
export { localise, toRefusalPayload } from './messages.ts';
export type { Locale, MessageCatalog, RefusalPayload } from './messages.ts';
export { AccessError } from './access.ts';
