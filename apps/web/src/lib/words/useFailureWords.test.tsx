import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { GraphError } from '../graph/index.ts';
import { Speak } from '../language/testing/Speak.tsx';
import { useFailureWords } from './useFailureWords.ts';

it('a deed that failed is told in the words of the server, or in ours where no answer came', () => {
  const { current: words } = renderHook(useFailureWords, { wrapper: Speak }).result;
  expect(words(new Error('This board has no room.'))).toBe('This board has no room.');
  const lost = new GraphError({ code: 'UNREACHABLE', message: 'The API did not answer', traceId: null });
  expect(words(lost)).toBe('The studio did not answer. Check your connection and try again.');
  const ours = new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a' });
  expect(words(ours)).toBe('The problem is on our side. Try again in a moment. Trace id 7f3a');
  expect(words(null)).toBeUndefined();
});
