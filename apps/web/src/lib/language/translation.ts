/** The same messages in a language without a singular: every `_one` falls away, every other key must be there and no more. */
export type Translation<T> = { readonly [K in keyof T as K extends `${string}_one` ? never : K]: string };
