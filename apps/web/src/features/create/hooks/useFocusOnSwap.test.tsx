import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { useFocusOnSwap } from './useFocusOnSwap.ts';

function Pictures() {
  const [isTogether, setTogether] = useState(true);
  const box = useFocusOnSwap(isTogether);
  return isTogether ? (
    <div ref={box}>
      <button onClick={() => setTogether(false)}>First heron</button>
      <button onClick={() => setTogether(false)}>Second heron</button>
    </div>
  ) : (
    <div ref={box}>
      <a href="/gallery/heron">Heron</a>
      <button onClick={() => setTogether(true)}>Show all</button>
    </div>
  );
}

it('a picture that is picked among those made together has focus, and so have they on the way back', async () => {
  render(<Pictures />);
  expect(document.activeElement).toBe(document.body);
  await userEvent.click(screen.getByRole('button', { name: 'Second heron' }));
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Heron' }));
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'First heron' }));
});
