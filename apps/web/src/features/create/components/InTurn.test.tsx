import { render, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { describe, expect, it } from 'vitest';
import { InTurn } from './InTurn.tsx';

const NAMES = ['Mode', 'Model', 'Size'];

/** What stood on the page each time something new did. */
function drawn(isAtOnce: boolean) {
  const seen: (string | null)[] = [];
  function Part({ name }: { readonly name: string }) {
    useLayoutEffect(() => void seen.push(document.body.textContent), []);
    return <p>{name}</p>;
  }
  render(
    <InTurn isAtOnce={isAtOnce}>
      {NAMES.map((name) => (
        <Part key={name} name={name} />
      ))}
    </InTurn>,
  );
  return seen;
}

describe('parts that are drawn in turn', () => {
  it('stand one after the other, and the ones before stay', async () => {
    const seen = drawn(false);
    await screen.findByText('Size');
    expect(seen).toEqual(['Mode', 'ModeModel', 'ModeModelSize']);
  });

  it('stand together where it would be seen to grow', () => {
    expect(drawn(true)).toEqual(['ModeModelSize', 'ModeModelSize', 'ModeModelSize']);
  });

  it('stay whole when one of them changes', async () => {
    const page = (name: string) => (
      <InTurn>
        <p>Mode</p>
        <>{name !== '' && <p>{name}</p>}</>
        <p>Size</p>
      </InTurn>
    );
    const { rerender } = render(page(''));
    await screen.findByText('Size');
    rerender(page('Source'));
    expect(document.body.textContent).toBe('ModeSourceSize');
  });
});
