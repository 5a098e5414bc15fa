const NOTE_LENGTH_MAX = 200;

/** A note for the receipt, cut to what fits; nothing when there is none. */
export function noteOf(note: string | null | undefined): { readonly note?: string } {
  return note ? { note: note.slice(0, NOTE_LENGTH_MAX) } : {};
}
