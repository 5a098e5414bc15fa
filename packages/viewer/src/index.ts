export { createIdentityTokens, IDENTITY_HEADER, LOCALE_HEADER, TRACE_HEADER } from './identity-token.ts';
export type { IdentityTokens } from './identity-token.ts';
export { ANONYMOUS, actsFor, assertService, parseLocale, requireUser, SCOPES } from './viewer.ts';
export type { AnonymousViewer, Role, Scope, ServiceViewer, UserViewer, Viewer } from './viewer.ts';
