import { expect, vi } from 'vitest';
import type { IdentityStage } from './identity-stage.ts';

export interface ShownLetter {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The letters that this stage kept, the latest first. */
export async function readMail(stage: IdentityStage): Promise<readonly ShownLetter[]> {
  const { letters } = (await (await stage.get('/auth/mail')).json()) as { letters: ShownLetter[] };
  return letters;
}

/** The latest letter of this kind to this address, as soon as it is there, and the token that its link carries. */
export function letterTo(stage: IdentityStage, { to, kind }: { readonly to: string; readonly kind: string }) {
  return vi.waitFor(async () => {
    const found = (await readMail(stage)).find((letter) => letter.to === to && letter.kind === kind);
    expect(found, `${kind} to ${to}`).toBeDefined();
    return { ...(found as ShownLetter), token: /#(\S+)/.exec(found?.text ?? '')?.[1] ?? '' };
  });
}
