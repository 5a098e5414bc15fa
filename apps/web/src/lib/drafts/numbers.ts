/** A number as a form keeps it; nothing where none stands in its field. */
export const fieldOfNumber = (value: number | null): string => (value === null ? '' : String(value));

/** The number that was kept; null for nothing, and for what is none. */
export function numberOfField(field: string): number | null {
  const value = Number(field);
  return field === '' || Number.isNaN(value) ? null : value;
}
