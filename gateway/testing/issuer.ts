export const ISSUER = 'http://localhost:4000';
/** What proves identities between the processes of these tests. */
export const INTERNAL_SECRET = 'a secret for the gateway’s tests, long enough';
