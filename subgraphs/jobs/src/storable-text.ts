/** PostgreSQL keeps neither U+0000 nor half of a pair, in JSON or in text. */
const UNWRITABLE = /\0|\p{Surrogate}/u;

/** Whether a job can carry a text: who orders jobs refuses others beside their own field. */
export const isStorableText = (text: string): boolean => !UNWRITABLE.test(text);
