import { addressEnd, addressEndBehindName } from './address.ts';
import type { Stretch } from './roman-sentence.ts';
import { isDigit, type Scan, unitAt } from './scan.ts';

/** What may stand between two Roman words of one passage. */
const LINK = /(?:[.,;:!?]? |[-/'’.@_:#]|:\/\/| & |&|\d+(?:[.,]\d+)* ?| \d+(?:[.,]\d+)* )(?=[A-Za-z\u0391-\u03c9])/y;
const WORD = /[A-Za-z\u0391-\u03c9]+/y;
/** A name in Hangul between the parts of an address. */
const NAME = /(?:\.|:\/\/)([가-힣]+)(?=\.[A-Za-z])/y;

interface Passage {
  readonly end: number;
  readonly stretches: readonly Stretch[];
}

/** The passage that begins here: Roman words and addresses with what joins them, and the names in Hangul inside addresses. */
export function passageOf({ text }: Pick<Scan, 'text'>, at: number): Passage {
  const stretches: Stretch[] = [];
  for (let start = at; ;) {
    const end = start > at ? passageEnd(text, addressEndBehindName(text, start), true) : passageEnd(text, start);
    NAME.lastIndex = end;
    const name = NAME.exec(text);
    if (!name) return { end, stretches: [...stretches, { start, end, isHangul: false }] };
    const after = end + name[0].length;
    const within = after - (name[1]?.length ?? 0);
    stretches.push({ start, end: within, isHangul: false }, { start: within, end: after, isHangul: true });
    start = after;
  }
}

function passageEnd(text: string, at: number, isBehindWord = false): number {
  let end = at;
  for (let isWordDone = isBehindWord; ; isWordDone = false) {
    const next = isWordDone ? end : wordEnd(text, end);
    if (next === end && !isWordDone) return end;
    end = next;
    LINK.lastIndex = end;
    const link = LINK.exec(text);
    if (!link) return end;
    // 80 km 3 m: a number with a unit of its own begins a passage of its own.
    if (/^ \d/.test(link[0]) && !isDigit(unitAt(text, end)) && /^ \d\S*$/.test(link[0])) return end;
    end += link[0].length;
  }
}

function wordEnd(text: string, at: number): number {
  const address = addressEnd(text, at);
  if (address > at) return address;
  WORD.lastIndex = at;
  return at + (WORD.exec(text)?.[0].length ?? 0);
}
