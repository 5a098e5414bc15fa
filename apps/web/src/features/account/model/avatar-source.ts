/** Where the person's picture is: the small one once it is made, the whole file until then; null when there is none. */
export function avatarSource(
  avatar: { readonly url: string; readonly preview: { readonly url?: string | null } } | null | undefined,
): string | null {
  return avatar?.preview.url ?? avatar?.url ?? null;
}
