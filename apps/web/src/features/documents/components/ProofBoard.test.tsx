import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import type { ProofPlace } from '../model/proof-cursor.ts';
import { SHEET } from '../testing/sheet-of.ts';
import { ProofBoard } from './ProofBoard.tsx';

function Page() {
  const [place, setPlace] = useState<ProofPlace | 'first'>('first');
  return (
    <Answering>
      <ProofBoard
        page={SHEET}
        language="ko"
        cellsPerLine={32}
        place={place}
        onPlace={setPlace}
        onTurn={() => undefined}
      />
    </Answering>
  );
}

const board = () => screen.getByRole('listbox', { name: /^Braille page/u });
/** What a screen reader stands on. */
const current = () => document.getElementById(board().getAttribute('aria-activedescendant') ?? '');

describe('the cursor of a braille page', () => {
  // A screen reader that walks pages by itself keeps the arrow keys to itself in whatever is no widget it knows.
  it('is in a list of signs, in which every screen reader leaves the keys to the page and follows by itself', async () => {
    render(<Page />);
    expect(current()?.getAttribute('role')).toBe('option');
    expect(current()?.getAttribute('aria-label')).toContain('제13항 글자 줄여 적기');
    // Chromium takes no option for one that is not the list's own.
    expect(current()?.parentElement?.closest(':not([role=none])')).toBe(board());
    const first = current();
    board().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(current()).not.toBe(first);
    expect(current()?.getAttribute('aria-selected')).toBe('true');
    expect(first?.getAttribute('aria-selected')).toBe('false');
  });

  it('says all of a line when it comes to it, and within the line what is under it alone', async () => {
    render(<Page />);
    expect(current()?.getAttribute('aria-label')).toContain('빛은 곧게 나아간다.');
    board().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(current()?.getAttribute('aria-label')).not.toContain('빛은 곧게 나아간다.');
  });

  it('gives a braille display the cells from the sign under it on, not its name in print', async () => {
    render(<Page />);
    expect(current()?.getAttribute('aria-braillelabel')).toBe('⠘⠕⠂⠵ ⠈⠥⠄⠈⠝ ⠉⠰⠣⠫⠒⠊⠲⠀');
    board().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(current()?.getAttribute('aria-braillelabel')).toBe('⠈⠥⠄⠈⠝ ⠉⠰⠣⠫⠒⠊⠲⠀');
  });
});
