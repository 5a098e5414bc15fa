export { addressKey } from './address-key.ts';
export { IDENTITY_HEADER, LOCALE_HEADER, TRACE_HEADER } from './headers.ts';
export { createIdentityTokens } from './identity-tokens.ts';
export type { IdentityTokens, SignedIdentity, SignedRequest } from './identity-tokens.ts';
export { parseViewer } from './parse-viewer.ts';
export type { LocalQuestion, Pass } from './pass.ts';
export { ANONYMOUS, actsFor, assertService, parseLocale, requireUser, SCOPES } from './viewer.ts';
export type { AnonymousViewer, Role, Scope, ServiceViewer, UserViewer, Viewer } from './viewer.ts';
