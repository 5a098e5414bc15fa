/**
 * The coding that who asks likes best of those that there are, the smallest first; null for bytes as they are (RFC 9110 §12.5.3: a weight of 0
 * refuses, `*` stands for what is not named).
 */
export function chooseEncoding<Name extends string>(header: string, available: readonly Name[]): Name | null {
  const weights = new Map(header.toLowerCase().split(',').map(toWeight));
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const best = Math.max(0, ...available.map(weightOf));
  if (best === 0 || best < (weights.get('identity') ?? 0)) return null;
  return available.find((name) => weightOf(name) === best) ?? null;
}

function toWeight(wish: string): [name: string, weight: number] {
  const [name = '', ...params] = wish.split(';').map((part) => part.trim());
  const weight = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1);
  return [name, Number.isFinite(weight) ? weight : 0];
}
