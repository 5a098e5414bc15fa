/** Where and how to put the bytes of one upload. */
export interface UploadTicket {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Large files will be put in parts; today every file is put whole. */
  readonly parts: null;
  readonly partSizeBytes: null;
  readonly expiresAt: Date;
}
