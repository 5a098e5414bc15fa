import { isId } from '@modu/ids';

/** A block of a document, as its id in the graph says. */
export interface BlockPlace {
  readonly documentId: string;
  readonly number: number;
}

export const blockIdOf = ({ documentId, number }: BlockPlace): string => `${documentId}:${number}`;

/** Undefined for what is no id of a block. */
export function parseBlockId(id: string): BlockPlace | undefined {
  const [documentId = '', digits = '', rest] = id.split(':');
  if (rest !== undefined || !isId(documentId) || !/^\d{1,9}$/.test(digits)) return undefined;
  return { documentId, number: Number(digits) };
}
