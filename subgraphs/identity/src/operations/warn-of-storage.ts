import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { PostOffice } from '../mail/post-office.ts';
import type { UserStore } from '../store/user-store.ts';

export interface StorageFigures {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

interface Options {
  readonly users: UserStore;
  readonly office: PostOffice;
  readonly terms: { readonly publicUrl: string };
}

/**
 * For services: writes to a person whose plan now has less room than their files take. @returns false when they are gone.
 * @throws when the letter could not be kept; then it is asked for again.
 */
export async function warnOfStorage(
  { users, office, terms }: Options,
  viewer: Viewer,
  { userId, usedBytes, quotaBytes }: StorageFigures & { readonly userId: string },
): Promise<boolean> {
  assertService(viewer);
  const [person] = await users.listByIds([userId]);
  if (!person) return false;
  const { email: to, displayName: name, locale } = person;
  const size = (bytes: number) => {
    const style = { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(locale, style).format(bytes / 1_000_000_000);
  };
  const detail = `${size(usedBytes)} / ${size(quotaBytes)}`;
  await office.post({ kind: 'storage-over', to, name, locale, detail, link: `${terms.publicUrl}/files` });
  return true;
}
