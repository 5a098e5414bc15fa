import type { Locale } from '@modu/errors';
import { sentences } from './sentences.ts';
import type { LetterKind } from './sentences.ts';

/** A letter as it is asked for; `link` is where its one button leads. */
export interface LetterRequest {
  readonly kind: LetterKind;
  readonly to: string;
  readonly name: string;
  readonly locale: Locale;
  readonly link?: string;
  /** Fills `{detail}`: an address, a date, a place. */
  readonly detail?: string;
}

/** A letter as it is sent. */
export interface Letter {
  readonly kind: LetterKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a letter in the language of the person: plain text, and the same words as HTML. */
export function writeLetter({ kind, to, name, locale, link, detail = '' }: LetterRequest): Letter {
  const words = sentences[kind][locale];
  const fill = (text: string) => text.replaceAll('{name}', name).replaceAll('{detail}', detail);
  const paragraphs = [locale === 'ko' ? `${name}님, 안녕하세요.` : `Hello ${name},`, ...words.paragraphs.map(fill)];
  const text = [...paragraphs, ...(link ? [`${words.button}:\n${link}`] : []), 'Modu Studio'].join('\n\n');
  return {
    kind,
    to,
    subject: fill(words.subject),
    text,
    html: toHtml({ paragraphs, link, button: words.button, locale }),
  };
}

interface Body {
  readonly paragraphs: readonly string[];
  readonly link: string | undefined;
  readonly button: string;
  readonly locale: Locale;
}

/** Mail programs know tables and inline styles; nothing is fetched, so that opening a letter tells nobody. */
function toHtml({ paragraphs, link, button, locale }: Body): string {
  const style = 'margin:0 0 16px;font-size:15px;line-height:1.6;color:#2b2622';
  const lines = paragraphs.map((paragraph) => `<p style="${style}">${escapeHtml(paragraph)}</p>`);
  const action = link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#b8431f;color:#ffffff;font-size:15px;font-weight:600;text-decoration:none">${escapeHtml(button)}</a></p>`
    : '';
  return `<!doctype html><html lang="${locale}"><body style="margin:0;padding:32px 16px;background:#faf7f2;font-family:Pretendard,-apple-system,'Segoe UI',sans-serif"><div style="max-width:480px;margin:0 auto">${lines.join('')}${action}<p style="margin:32px 0 0;font-size:13px;color:#6b625a">Modu Studio</p></div></body></html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
