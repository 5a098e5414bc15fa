import { type BrailleRefusal, type PrintText, TEXT_CHARS_MAX } from './contract.ts';

/** What is wrong with a text before any rule looks at it, or undefined. */
export function refuseText({ text, spans = [] }: PrintText): BrailleRefusal | undefined {
  if (text.length > TEXT_CHARS_MAX) {
    const message = `A text has at most ${TEXT_CHARS_MAX} characters; hand a document over block by block.`;
    return { refused: 'TEXT_TOO_LONG', at: null, message };
  }
  if (!text.isWellFormed()) {
    const at = loneSurrogateIn(text);
    return {
      refused: 'LONE_SURROGATE',
      at,
      message: `Half a character stands at place ${at}: the text was cut or damaged.`,
    };
  }
  const out = spans.find(({ start, end }) => !(start >= 0 && start <= end && end <= text.length));
  return out && { refused: 'SPAN_OUT_OF_TEXT', at: out.start, message: 'A span lies outside its text.' };
}

function loneSurrogateIn(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    else if (code >= 0xd800 && code <= 0xdfff) return at;
  }
  return 0;
}
