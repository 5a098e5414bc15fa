/** Whether a text can be kept and shown: no half of a character, no control signs but those that divide lines and columns. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text);

/** The beginning of a text, cut between characters. */
export const beginningOf = (text: string, charsMax: number): string => [...text].slice(0, charsMax).join('');
