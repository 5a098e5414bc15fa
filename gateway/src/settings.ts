import { z } from 'zod';

export const gatewaySettings = z.object({
  /** Where people reach the studio: issuer of access tokens, and the origin from which sockets may be opened. */
  PUBLIC_URL: z.url().default('http://localhost:4000'),
  /** Other origins that may open sockets and call `/graphql` from a browser, separated by commas. */
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((origin) => origin.trim() || [])),
});
