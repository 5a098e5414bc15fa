import type { Page } from '@playwright/test';

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly contrast?: 'normal' | 'more';
  readonly locale: 'en' | 'ko';
  readonly direction?: 'ltr' | 'rtl';
}

/** How a story ended: its play function, and what axe found. */
export interface Outcome {
  readonly problem: string | null;
  readonly violations: readonly string[];
}

interface Finished {
  readonly storyId: string;
  readonly status: 'success' | 'error';
  readonly reporters: readonly {
    readonly type: string;
    readonly result?: {
      readonly violations?: readonly { id: string; help: string; nodes: readonly { html: string }[] }[];
    };
  }[];
}

interface Channel {
  on(event: string, listener: (payload: never) => void): void;
  off(event: string, listener: (payload: never) => void): void;
  emit(event: string, payload: unknown): void;
}

/** What Storybook leaves in the page. */
interface BookWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__: Channel;
  readonly __STORYBOOK_PREVIEW__: { readonly currentRender?: { readonly id?: string; readonly phase?: string } };
}

/** Opens the book in a look; one load serves all its stories. */
export async function openBook(
  page: Page,
  { look, first }: { readonly look: Look; readonly first: string },
): Promise<void> {
  const globals = Object.entries(look)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  await page.goto(`/iframe.html?id=${first}&viewMode=story&globals=${globals}`);
  await page.waitForFunction(() => {
    const book = globalThis as unknown as BookWindow;
    return book.__STORYBOOK_PREVIEW__?.currentRender?.phase === 'finished';
  });
}

/** Shows one story and waits until it has been rendered, played and checked by axe. */
export async function showStory(page: Page, id: string): Promise<Outcome> {
  const { finished, problem } = await page.evaluate(
    (storyId) =>
      new Promise<{ finished: Finished; problem: string | null }>((resolve) => {
        const book = globalThis as unknown as BookWindow;
        const channel = book.__STORYBOOK_ADDONS_CHANNEL__;
        let problem: string | null = null;
        const fail = (told: { readonly message?: string; readonly description?: string }) => {
          problem = told.message ?? told.description ?? 'failed without a word';
        };
        const failures = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'];
        const finish = (told: Finished) => {
          if (told.storyId !== storyId) return;
          channel.off('storyFinished', finish);
          for (const event of failures) channel.off(event, fail);
          resolve({ finished: told, problem });
        };
        for (const event of failures) channel.on(event, fail);
        channel.on('storyFinished', finish);
        // Chosen again, the story that is open would not be played again; one that is mounted twice would take focus from itself.
        if (book.__STORYBOOK_PREVIEW__.currentRender?.id === storyId) channel.emit('forceRemount', { storyId });
        else channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
      }),
    id,
  );
  const violations = violationsOf(finished);
  // A story also counts as failed for what axe found, without an exception.
  const isUnexplained = finished.status === 'error' && problem === null && violations.length === 0;
  return { problem: isUnexplained ? 'failed without a word' : problem, violations };
}

function violationsOf({ reporters }: Finished): readonly string[] {
  return reporters
    .filter(({ type }) => type === 'a11y')
    .flatMap(({ result }) => result?.violations ?? [])
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
