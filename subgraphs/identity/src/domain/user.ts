import type { Locale } from '@modu/errors';
import type { Role } from '@modu/viewer';

/** A person with an account. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly displayName: string;
  readonly locale: Locale;
  readonly role: Role;
  readonly twoFactorEnabled: boolean;
  /** The file with the person's picture, which assets has. */
  readonly avatarAssetId: string | null;
  /** When the account goes, because the person asked for it. */
  readonly deletesAt: Date | null;
  readonly createdAt: Date;
}

/** One place where a person is signed in. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  /** What the person calls this place. */
  readonly name: string | null;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
