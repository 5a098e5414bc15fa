// As much of YAML as the tests of liblouis are written in: its files name a key several times (`tests`, `flags`), and the order counts,
// which readers of YAML into objects do not keep.

import { Mapping, readFlow } from './read-flow.ts';
import type { Yaml } from './read-flow.ts';

interface Line {
  readonly indent: number;
  readonly text: string;
}

const KEY = /^([\w-]+):(?:\s+|$)/;
const DASH = /^-(?:\s+|$)/;

/** Reads a file of tests. @throws Error for what is written in another way. */
export function readYaml(source: string): Yaml {
  const lines = source
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }));
  return new Reader(lines).node();
}

class Reader {
  readonly #lines: Line[];
  #at = 0;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  node(): Yaml {
    const { text, indent } = this.#line();
    if (DASH.test(text)) return this.#sequence(indent);
    return KEY.test(text) ? this.#mapping(indent) : this.#inline(indent - 1);
  }

  #line(): Line {
    const line = this.#lines[this.#at];
    if (!line) throw new Error('The file ends too soon.');
    return line;
  }

  #isAt(indent: number, start: RegExp): boolean {
    const line = this.#lines[this.#at];
    return line !== undefined && line.indent === indent && start.test(line.text);
  }

  /** What follows a mark on its line stands where a line of its own would. */
  #cut(mark: RegExp): boolean {
    const { text, indent } = this.#line();
    const [taken = ''] = mark.exec(text) ?? [];
    const rest = text.slice(taken.length);
    if (rest === '' || rest.startsWith('#')) this.#at += 1;
    else this.#lines[this.#at] = { indent: indent + taken.length, text: rest };
    return rest !== '';
  }

  #sequence(indent: number): Yaml[] {
    const items: Yaml[] = [];
    while (this.#isAt(indent, DASH)) {
      const isHere = this.#cut(DASH);
      const { text } = this.#line();
      // A scalar goes on in lines that stand deeper than the dash.
      items.push(isHere && !DASH.test(text) && !KEY.test(text) ? this.#inline(indent) : this.node());
    }
    return items;
  }

  #mapping(indent: number): Mapping {
    const pairs: [string, Yaml][] = [];
    while (this.#isAt(indent, KEY)) {
      const key = KEY.exec(this.#line().text)?.[1] ?? '';
      const isHere = this.#cut(KEY);
      pairs.push([key, isHere ? this.#inline(indent) : this.node()]);
    }
    return new Mapping(pairs);
  }

  /** What is written in a line, and goes on in lines that stand deeper. */
  #inline(outside: number): Yaml {
    let text = this.#line().text;
    const isOpen = () => /^[[{]/.test(text) && !/[\]}]\s*(?:#.*)?$/.test(text);
    for (this.#at += 1; isOpen() || (this.#lines[this.#at]?.indent ?? outside) > outside; this.#at += 1)
      text += ` ${this.#line().text}`;
    return readFlow(text);
  }
}
