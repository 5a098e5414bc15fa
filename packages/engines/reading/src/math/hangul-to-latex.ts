/** What Hangul's own script calls by a name, small or all in capitals; what braille does not know by that name is marked there as open. */
const NAMED = new Map(
  (
    'times times div div divide div pm pm plusminus pm mp mp leq le le le geq ge ge ge neq ne ne ne equiv equiv approx approx cdot cdot ' +
    'inf infty infty infty int int oint oint sum sum smallsum sum prod prod smallprod prod partial partial rarrow to larrow leftarrow ' +
    'deg degree angle angle triangle triangle bot perp in in notin notin subset subset union cup smallunion cup inter cap smallinter cap ' +
    'emptyset emptyset forall forall exist exists therefore therefore because because prime prime cdots cdots ldots ldots nabla nabla ' +
    'sin sin cos cos tan tan cot cot sec sec csc csc log log ln ln exp exp lim lim max max min min det det gcd gcd ' +
    'bar overline overline overline vec vec hat hat tilde tilde dot dot ddot ddot arch arch under underline acute acute grave grave check check ' +
    'matrix matrix pmatrix pmatrix bmatrix bmatrix dmatrix dmatrix cases cases pile pile lpile lpile rpile rpile eqalign eqalign ' +
    'atop atop binom binom choose choose rel rel buildrel buildrel box box bigg bigg'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
);
const GREEK =
  /^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/i;
const SIGNS = new Map(
  '<= \\le >= \\ge != \\ne == \\equiv +- \\pm -+ \\mp -> \\to <- \\leftarrow % \\% $ \\$ # \\\\'
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
);
/** How letters look, and where brackets grow: nothing that is read. */
const LOOKS = /^(rm|it|bold|rmbold|left|right)$/;
const TOKENS = /[\s~`]+|"[^"]*"|\d+(?:[.,]\d+)*|[A-Za-z]+|<=|>=|!=|==|\+-|-\+|->|<-|./gu;
const SCRIPT = /^[_^]$/;
const DEPTH_MAX = 60;

/**
 * An equation of Hangul in LaTeX. What a name takes goes as far as the next blank; where there is none between two things, how much it
 * takes is not sure: then the name stays (`\over`), which LaTeX and braille do not know as anything else and mark.
 */
export function hangulToLatex(script: string): string {
  return new ScriptReader(script.match(TOKENS) ?? []).row();
}

const isBlank = (token: string): boolean => /^[\s~`]/.test(token);

interface Term {
  readonly latex: string;
  /** Braces held it together. */
  readonly isGroup: boolean;
}

class ScriptReader {
  readonly #tokens: readonly string[];
  /** Nothing stands between a token and the one before it in its row. */
  readonly #glued: readonly boolean[];
  #at = 0;
  #depth = 0;

  constructor(all: readonly string[]) {
    const isThing = (token: string | undefined) => token !== undefined && !isBlank(token) && token !== '{';
    this.#tokens = all.filter((token) => !isBlank(token));
    this.#glued = all.flatMap((token, at) => (isBlank(token) ? [] : [token !== '}' && isThing(all[at - 1])]));
  }

  /** Up to the brace that closes it, which is taken. */
  row(): string {
    const terms: string[] = [];
    let isWhole = true;
    while (this.#at < this.#tokens.length) {
      if (this.#takes('}')) break;
      if (this.#takes('over')) {
        const [above, below] = [terms.pop() ?? '', this.#term()];
        const isSure: boolean = isWhole && above !== '' && below !== '' && !this.#goesOn();
        terms.push(isSure ? `\\frac{${above}}{${below}}` : `${above} \\over ${below}`);
        isWhole = isSure;
      } else {
        isWhole = !this.#goesOn();
        terms.push(this.#term());
      }
    }
    return terms.filter((term) => term !== '').join(' ');
  }

  #goesOn(): boolean {
    return this.#glued[this.#at] === true && nameOf(this.#tokens[this.#at] ?? '') !== 'over';
  }

  /** One thing with what stands above and below it. */
  #term(): string {
    if (this.#depth >= DEPTH_MAX) return signOf(this.#tokens[this.#at++] ?? '');
    this.#depth += 1;
    const base = this.#atom();
    let scripts = '';
    for (let place = this.#script(); place !== undefined; place = this.#script()) {
      const { latex, isGroup } = this.#atom();
      const isSure = isGroup || !this.#goesOn() || SCRIPT.test(this.#tokens[this.#at] ?? '');
      scripts += isSure ? `${place === 'UP' ? '^' : '_'}{${latex}}` : ` \\${place === 'UP' ? 'sup' : 'sub'} ${latex}`;
    }
    this.#depth -= 1;
    return scripts !== '' && base.isGroup ? `{${base.latex}}${scripts}` : base.latex + scripts;
  }

  #script(): 'UP' | 'DOWN' | undefined {
    if (['^', 'sup', 'to'].some((name) => this.#takes(name))) return 'UP';
    return ['_', 'sub', 'from'].some((name) => this.#takes(name)) ? 'DOWN' : undefined;
  }

  #atom(): Term {
    if (this.#takes('{')) return { latex: this.row(), isGroup: true };
    if (this.#takes('sqrt')) return { latex: this.#root('sqrt'), isGroup: false };
    if (this.#takes('root')) return { latex: this.#root('root'), isGroup: false };
    const token = this.#tokens[this.#at] ?? '';
    if (token === '}') return { latex: '', isGroup: false };
    this.#at += 1;
    return { latex: signOf(token), isGroup: false };
  }

  #root(name: 'sqrt' | 'root'): string {
    const first = this.#term();
    const isIndexed = name === 'root' && this.#takes('of');
    const radicand = isIndexed ? this.#term() : first;
    const index = isIndexed ? `[${first}]` : '';
    return this.#goesOn() ? `\\root ${index}${radicand}` : `\\sqrt${index}{${radicand}}`;
  }

  #takes(name: string): boolean {
    if (nameOf(this.#tokens[this.#at] ?? '') !== name) return false;
    this.#at += 1;
    return true;
  }
}

/** Names are small or all in capitals. */
const nameOf = (token: string): string => (token === token.toUpperCase() ? token.toLowerCase() : token);

function signOf(token: string): string {
  if (token.startsWith('"')) return `\\text{${token.replaceAll(/["{}\\]/g, '')}}`;
  if (GREEK.test(token)) {
    const small = token.toLowerCase();
    return token === small ? `\\${small}` : `\\${small.charAt(0).toUpperCase()}${small.slice(1)}`;
  }
  const name = nameOf(token);
  if (LOOKS.test(name) || token === '{' || token === '}') return '';
  const command = token.length > 1 ? NAMED.get(name) : undefined;
  return command === undefined ? (SIGNS.get(token) ?? token) : `\\${command}`;
}
