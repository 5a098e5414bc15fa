import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../block.ts';

const PICTURES: ReadonlySet<number> = new Set([
  ...[OPS.paintImageXObject, OPS.paintImageXObjectRepeat, OPS.paintInlineImageXObject],
  ...[OPS.paintInlineImageXObjectGroup, OPS.paintImageMaskXObject, OPS.paintImageMaskXObjectGroup],
  ...[OPS.paintImageMaskXObjectRepeat, OPS.paintSolidColorImageMask],
]);

/** Whether a page without text shows a picture; an empty page between chapters shows none. */
export async function showsPicture(pdf: PDFDocumentProxy, number: number): Promise<boolean> {
  const page = await pdf.getPage(number);
  try {
    const { fnArray } = await page.getOperatorList();
    return fnArray.some((operator) => PICTURES.has(operator));
  } catch {
    // What is drawn there is broken, so it is there.
    return true;
  } finally {
    page.cleanup();
  }
}

/** Says, in Korean in a document that is Korean, that a page is a picture whose letters nobody looked for. */
export function unreadPage(number: number, label: string | null, language: string): Block {
  const page = label ?? String(number);
  const text = language.startsWith('ko')
    ? `${page}쪽은 그림입니다. 그 안의 글은 읽지 않았습니다.`
    : `Page ${page} is a picture. The text in it was not read.`;
  const spans = /^(ko|en)/.test(language) ? [] : [{ start: 0, end: text.length, language: 'en' }];
  return { kind: 'FIGURE', text, spans, caption: null, page: number };
}
