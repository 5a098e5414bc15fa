/** The same messages in another language: every key must be there, and no more. */
export type Translation<T> = { readonly [K in keyof T]: string };
