/** Joins the class names that apply; `false` and absent ones are left out. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name): name is string => typeof name === 'string' && name !== '').join(' ');
}
