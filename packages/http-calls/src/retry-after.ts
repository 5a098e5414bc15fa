/** How long a busy server asks to wait: `retry-after` in seconds; a date counts as nothing said. */
export function retryAfterMs(response: Response): number | undefined {
  const said = response.headers.get('retry-after');
  const seconds = said === null ? Number.NaN : Number(said);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
