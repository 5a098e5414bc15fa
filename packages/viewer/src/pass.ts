import type { Viewer } from './viewer.ts';

/** A question as it is handed to a subgraph of the same process. */
export interface LocalQuestion {
  readonly audience: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * What a signed token is between processes, within one: nobody outside can make it, for it is an object and no text. It is good
 * once, for the very question it was issued for, so nothing is written, hashed or parsed.
 */
export class Pass {
  readonly #issuer: object;
  readonly #viewer: Viewer;
  readonly #question: LocalQuestion;
  #isUsed = false;

  constructor(issuer: object, viewer: Viewer, question: LocalQuestion) {
    this.#issuer = issuer;
    this.#viewer = viewer;
    this.#question = question;
  }

  /** The viewer of a pass that this issuer gave for this question, the first time; `undefined` for all else. */
  static redeem(pass: unknown, issuer: object, { audience, query, variables }: LocalQuestion): Viewer | undefined {
    if (typeof pass !== 'object' || pass === null || !(#issuer in pass)) return undefined;
    const asked = pass.#question;
    const isSame = asked.audience === audience && asked.query === query && asked.variables === variables;
    if (pass.#isUsed || pass.#issuer !== issuer || !isSame) return undefined;
    pass.#isUsed = true;
    return pass.#viewer;
  }
}
