/** A prompt in lower-case words, one list per clause (commas, semicolons, full stops and line breaks end a clause). */
export function clausesOf(prompt: string): string[][] {
  return prompt
    .normalize('NFC')
    .toLowerCase()
    .split(/[,;.!?\n\r·、。()[\]{}"“”]+/u)
    .map((clause) => clause.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0);
}

export function isHangul(word: string): boolean {
  return /^[\p{Script=Hangul}\p{N}]+$/u.test(word) && /\p{Script=Hangul}/u.test(word);
}

/** Possible singulars of an English word, the word itself first. */
export function singulars(word: string): string[] {
  const forms = [word, word.replace(/['’]s$/, '')];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && word.length > 3) forms.push(word.slice(0, -1));
  return forms;
}
