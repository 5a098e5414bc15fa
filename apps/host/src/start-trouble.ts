import { SettingsError } from '@modu/settings';

const ASK_TIMEOUT_MS = 1_000;

/** What a person at the terminal should read when the host could not start; an error we do not know is shown whole. */
export async function explainStartTrouble(error: unknown): Promise<string | Error> {
  if (error instanceof SettingsError) return error.message;
  const port = busyPort(error);
  if (port === undefined) return error instanceof Error ? error : new Error(String(error));
  return (await isStudio(port))
    ? `Modu Studio already runs at http://localhost:${port}. Open it there, or start a second one beside it: PORT=${port + 1} npm start`
    : `Another program listens on port ${port}. End it, or take another port: PORT=${port + 1} npm start`;
}

function busyPort(error: unknown): number | undefined {
  const isBusy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
  return isBusy && typeof error.port === 'number' ? error.port : undefined;
}

async function isStudio(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/live`, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) });
    return ((await answer.json()) as { live?: unknown }).live === true;
  } catch {
    return false;
  }
}
