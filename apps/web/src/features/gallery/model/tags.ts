/** The tags in what somebody wrote: commas part them. */
export function tagsOf(written: string): string[] {
  return written.split(',').flatMap((tag) => tag.trim() || []);
}
