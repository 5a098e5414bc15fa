/** Looks at things of many kinds, each shared by all who ask within a moment. */
export interface Looks<Look> {
  /** One that is under way, or is as young as `freshMs`. */
  lately(kind: string): Promise<Look>;
  /** One that begins now, or just did. Of a kind one is under way at a time and one waits for it, however many ask. */
  again(kind: string): Promise<Look>;
}

interface Known<Look> {
  readonly look: Promise<Look>;
  /** When it began, of `performance.now`. */
  readonly beganMs: number;
  isOver: boolean;
  /** The one that begins when this is over, for all who need a later one. */
  following?: Promise<Look>;
}

const JUST_NOW_MS = 20;
const KINDS_MAX = 200;

export function createLooks<Look>(
  look: (kind: string) => Promise<Look>,
  { freshMs }: { readonly freshMs: number },
): Looks<Look> {
  const looks = new Map<string, Known<Look>>();
  const age = ({ beganMs }: Known<Look>) => performance.now() - beganMs;

  const begin = (kind: string): Promise<Look> => {
    const known: Known<Look> = { look: look(kind), beganMs: performance.now(), isOver: false };
    looks.delete(kind);
    looks.set(kind, known);
    const oldest = looks.keys().next();
    if (looks.size > KINDS_MAX && !oldest.done) looks.delete(oldest.value);
    known.look.then(
      () => (known.isOver = true),
      () => looks.get(kind) === known && looks.delete(kind),
    );
    return known.look;
  };

  return {
    lately: (kind) => {
      const known = looks.get(kind);
      return known && (!known.isOver || age(known) < freshMs) ? known.look : begin(kind);
    },
    again: (kind) => {
      const known = looks.get(kind);
      if (known && age(known) < JUST_NOW_MS) return known.look;
      if (!known || known.isOver) return begin(kind);
      const next = () => {
        const later = looks.get(kind);
        return later === undefined || later === known ? begin(kind) : later.look;
      };
      return (known.following ??= known.look.then(next, next));
    },
  };
}
