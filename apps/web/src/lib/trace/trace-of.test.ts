import { expect, it } from 'vitest';
import { AuthError } from '../auth/auth-error.ts';
import { GraphError } from '../graph/graph-error.ts';
import { traceOf } from './trace-of.ts';

const graph = (code: GraphError['code']) => new GraphError({ code, message: '', traceId: '7f3a' });

it('what is our fault has an id to quote, what somebody may not or did wrong has none', () => {
  expect([graph('INTERNAL'), graph('UNREACHABLE'), new AuthError('unknown', '7f3a')].map(traceOf)).toEqual(
    Array.from({ length: 3 }, () => '7f3a'),
  );
  const theirs = [
    graph('FORBIDDEN'),
    graph('RATE_LIMITED'),
    new AuthError('wrong-credentials', '7f3a'),
    new Error('No.'),
  ];
  expect([...theirs, null].map(traceOf)).toEqual(Array.from({ length: 5 }, () => null));
});
