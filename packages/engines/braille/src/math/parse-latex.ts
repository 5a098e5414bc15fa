/** A piece of a formula, with the stretch of LaTeX that it came from. */
interface Placed {
  readonly start: number;
  readonly end: number;
}
export type MathNode = Placed &
  (
    | { readonly kind: 'NUMBER'; readonly text: string }
    /** A letter or a sign, as print shows it. */
    | { readonly kind: 'SIGN'; readonly sign: string }
    /** Words in a formula, and functions that have a name. */
    | { readonly kind: 'WORD'; readonly text: string }
    | { readonly kind: 'FRACTION'; readonly above: readonly MathNode[]; readonly below: readonly MathNode[] }
    | { readonly kind: 'ROOT'; readonly radicand: readonly MathNode[]; readonly index: readonly MathNode[] }
    | { readonly kind: 'SCRIPT'; readonly place: 'UP' | 'DOWN'; readonly inner: readonly MathNode[] }
    /** What is not understood. */
    | { readonly kind: 'UNKNOWN'; readonly text: string }
  );

const GREEK =
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ ' +
  'upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω';
const NAMED =
  'times × div ÷ pm ± mp ∓ cdot ⋅ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ infty ∞ to → rightarrow → int ∫ partial ∂ ' +
  'sum Σ prod Π lt < gt > degree ° % % { { } } lbrace { rbrace }';
const words = `${GREEK} ${NAMED}`.split(' ');
const SIGNS = new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : [])));
const FUNCTIONS = new Set(
  'sin cos tan cot sec csc log ln exp lim max min det gcd arcsin arccos arctan sinh cosh tanh'.split(' '),
);
const SPACES = new Set([',', ';', ':', '!', ' ', 'quad', 'qquad', 'left', 'right', 'displaystyle', 'limits']);
const TEXTS = new Set(['text', 'mathrm', 'mbox', 'operatorname', 'textrm', 'mathit', 'mathbf']);
const DEPTH_MAX = 60;

/** Reads LaTeX as far as it is understood; what is not is an UNKNOWN, never left out. */
export function parseLatex(source: string): MathNode[] {
  return new LatexReader(source).row('');
}

class LatexReader {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to a closing sign, which is taken. */
  row(close: string): MathNode[] {
    const nodes: MathNode[] = [];
    this.#depth += 1;
    while (this.#at < this.#source.length) {
      if (close !== '' && this.#source.startsWith(close, this.#at)) {
        this.#at += close.length;
        break;
      }
      const node = this.#node();
      if (node) nodes.push(node);
    }
    this.#depth -= 1;
    return nodes;
  }

  #node(): MathNode | undefined {
    const start = this.#at;
    const char = this.#source[start] ?? '';
    const number = /^\d+(?:[.,]\d+)*/.exec(this.#source.slice(start, start + 200))?.[0];
    if (number) return this.#take(number.length, { kind: 'NUMBER', text: number });
    if (/\s|~|\$|&/.test(char)) return this.#skip(1);
    if (this.#depth > DEPTH_MAX) return this.#rest();
    if (char === '^' || char === '_') {
      this.#at += 1;
      const inner = this.#argument();
      return { kind: 'SCRIPT', place: char === '^' ? 'UP' : 'DOWN', inner, start, end: this.#at };
    }
    if (char === '{') return this.#group(start);
    if (char === '}') return this.#skip(1);
    if (char === '\\') return this.#command(start);
    const sign = String.fromCodePoint(this.#source.codePointAt(start) ?? 0);
    return this.#take(sign.length, { kind: 'SIGN', sign: sign === '−' ? '-' : sign === '*' ? '⋅' : sign });
  }

  /** Braces that only hold together are as if they were not there. */
  #group(start: number): MathNode | undefined {
    this.#at += 1;
    const nodes = this.row('}');
    if (nodes.length === 1) return nodes[0];
    if (nodes.length === 0) return undefined;
    return { kind: 'UNKNOWN', text: this.#source.slice(start, this.#at), start, end: this.#at };
  }

  #command(start: number): MathNode | undefined {
    const name = /^\\([A-Za-z]+|.)/s.exec(this.#source.slice(start, start + 40))?.[1] ?? '';
    this.#at += 1 + name.length;
    const place = (): Placed => ({ start, end: this.#at });
    if (SPACES.has(name)) return undefined;
    const sign = SIGNS.get(name);
    if (sign !== undefined) return { kind: 'SIGN', sign, ...place() };
    if (FUNCTIONS.has(name)) return { kind: 'WORD', text: name, ...place() };
    if (TEXTS.has(name)) return { kind: 'WORD', text: this.#braced(), ...place() };
    if (name === 'frac' || name === 'dfrac' || name === 'tfrac') {
      const [above, below] = [this.#argument(), this.#argument()];
      return { kind: 'FRACTION', above, below, ...place() };
    }
    if (name === 'sqrt') {
      const hasIndex = this.#source[this.#at] === '[';
      if (hasIndex) this.#at += 1;
      const index = hasIndex ? this.row(']') : [];
      return { kind: 'ROOT', radicand: this.#argument(), index, ...place() };
    }
    if (name === 'begin') return this.#environment(start);
    return { kind: 'UNKNOWN', text: name, ...place() };
  }

  #environment(start: number): MathNode {
    const name = this.#braced();
    const close = `\\end{${name}}`;
    const found = this.#source.indexOf(close, this.#at);
    this.#at = found < 0 ? this.#source.length : found + close.length;
    return { kind: 'UNKNOWN', text: this.#source.slice(start, this.#at), start, end: this.#at };
  }

  #argument(): MathNode[] {
    while (this.#source[this.#at] === ' ') this.#at += 1;
    if (this.#source[this.#at] === '{') {
      this.#at += 1;
      return this.row('}');
    }
    // `x^12` is x to the one, then 2.
    const digit = /\d/.exec(this.#source[this.#at] ?? '')?.[0];
    const node = digit
      ? this.#take(1, { kind: 'NUMBER', text: digit })
      : this.#at < this.#source.length
        ? this.#node()
        : undefined;
    return node ? [node] : [];
  }

  #braced(): string {
    const found = /^\s*\{([^{}]*)\}/.exec(this.#source.slice(this.#at));
    this.#at += found?.[0].length ?? 0;
    return found?.[1] ?? '';
  }

  #take<const Node extends object>(length: number, node: Node): Node & Placed {
    const start = this.#at;
    this.#at += length;
    return { ...node, start, end: this.#at };
  }

  #skip(length: number): undefined {
    this.#at += length;
  }

  #rest(): MathNode {
    const start = this.#at;
    this.#at = this.#source.length;
    return { kind: 'UNKNOWN', text: this.#source.slice(start), start, end: this.#at };
  }
}
