import { describe, expect, it } from 'vitest';
import { publicMessage } from './public-message.ts';

describe('what a client may read of a message', () => {
  it('is what was wrong, without the names of the schema that were suggested', () => {
    expect(publicMessage('Cannot query field "imags" on type "Query". Did you mean "images" or "image"?')).toBe(
      'Cannot query field "imags" on type "Query".',
    );
    expect(publicMessage('Say " Did you mean " no more.')).toBe('Say " Did you mean " no more.');
  });

  it('is short, however much of what the client sent it quotes', () => {
    const quoted = ' Did you mean'.repeat(200_000);

    expect(publicMessage(`${quoted} "`).length).toBeLessThanOrEqual(1_000);
    expect(publicMessage(`${quoted} it?`)).toBe('');
    expect(publicMessage('a'.repeat(1_000))).toHaveLength(1_000);
    expect(publicMessage('a'.repeat(1_001))).toMatch(/^a{999}…$/);
  });
});
