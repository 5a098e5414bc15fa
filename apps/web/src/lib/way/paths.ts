import type { Register } from './register.ts';

type Addresses = Register extends { readonly addresses: infer Known } ? Known : Readonly<Record<string, unknown>>;

/** A path of the studio, as a pattern. */
export type Path = keyof Addresses & string;

/** What the search of a path may hold. */
export type SearchOf<P extends Path> = Addresses[P] extends (given: never) => infer Search ? Search : never;

type ParamNames<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never;

/** The parameters of a path by name. */
export type ParamsOf<P extends string> = { readonly [Name in ParamNames<P>]: string };

/** A path without parameters. */
export type PlainPath = { [P in Path]: [ParamNames<P>] extends [never] ? P : never }[Path];

/** Where to go: a path, with its parameters if it has some. */
export type Way<P extends Path> = {
  readonly to: P;
  readonly search?: SearchOf<P>;
} & ([ParamNames<P>] extends [never] ? { readonly params?: never } : { readonly params: ParamsOf<P> });

/** A way to any page, where it does not matter to which. */
export type AnyWay = { [P in Path]: Way<P> }[Path];
