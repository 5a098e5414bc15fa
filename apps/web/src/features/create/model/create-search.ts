/** What the address of Create says: the job to look at. */
export interface CreateSearch {
  readonly job?: string;
}

/** Reads an address that anyone may have written. */
export function parseCreateSearch({ job }: Readonly<Record<string, unknown>>): CreateSearch {
  return typeof job === 'string' ? { job } : {};
}
