/** The steps a picture was made with, from its settings (any JSON); null when they don't say. */
export function stepsOf(settings: unknown): number | null {
  if (typeof settings !== 'object' || settings === null) return null;
  const steps = (settings as Record<string, unknown>)['steps'];
  return typeof steps === 'number' && Number.isInteger(steps) && steps > 0 ? steps : null;
}
