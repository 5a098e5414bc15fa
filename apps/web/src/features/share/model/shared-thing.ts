/** What links are made to: a picture or a board. */
export interface SharedThing {
  readonly kind: 'image' | 'board';
  readonly id: string;
}

/** Names the links to it among what is kept of the graph's answers. */
export function sharesKey({ kind, id }: SharedThing) {
  return ['shares', kind, id] as const;
}
