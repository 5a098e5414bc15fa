/** What the thread is asked, and what it answers. */
export interface LouisAsk {
  readonly id: number;
  readonly kind: 'TRANSLATE' | 'BACK_TRANSLATE';
  readonly table: string;
  readonly text: string;
  /** One number a character: 1 italic, 2 underlined, 4 bold. */
  readonly typeforms: Uint16Array | null;
}

export interface LouisAnswer {
  readonly id: number;
  readonly cells: string;
  readonly places: Int32Array;
  /** Null when it went well. */
  readonly error: string | null;
}
