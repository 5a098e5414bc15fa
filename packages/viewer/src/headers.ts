/** Carries the signed identity of a request between our own processes. */
export const IDENTITY_HEADER = 'x-modu-identity';
/** The language a person chose in the studio; wins over Accept-Language. */
export const LOCALE_HEADER = 'x-modu-locale';
/** The trace id of a request, on the way in between processes and on the way out to clients. */
export const TRACE_HEADER = 'x-trace-id';
