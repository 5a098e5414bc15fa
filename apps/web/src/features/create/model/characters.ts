/** The most characters of a prompt where no model says otherwise. */
export const PROMPT_MAX = 2_000;

/** How long a prompt is, in characters as people see them and as the API counts them. */
export const charactersOf = (prompt: string) => Array.from(prompt.trim()).length;
