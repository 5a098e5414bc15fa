import type { Role } from '@modu/viewer';

interface Person {
  /** What the account itself says. */
  readonly role: string | null | undefined;
  readonly email: string;
  readonly emailVerified: boolean;
}

/**
 * What a person may be for the studio. Whoever runs it names admins by their address; only who has shown that the address is
 * theirs is one, and no longer than it is named.
 */
export function roleOf({ role, email, emailVerified }: Person, adminEmails: ReadonlySet<string>): Role {
  const isNamed = emailVerified && adminEmails.has(email.toLowerCase());
  return role === 'ADMIN' || isNamed ? 'ADMIN' : 'MEMBER';
}
