/** False for an address that stands in for none: people whom another house sent without one have it until they add their own (RFC 2606). */
export const isReachable = (email: string): boolean => !email.endsWith('.invalid');
