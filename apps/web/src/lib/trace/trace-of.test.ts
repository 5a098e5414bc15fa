import { expect, it } from 'vitest';
import { AuthError } from '../auth/auth-error.ts';
import { GraphError } from '../graph/graph-error.ts';
import { UploadError } from '../upload/upload-error.ts';
import { traceOf } from './trace-of.ts';

const upload = (traceId: string) => new UploadError({ kind: 'unknown', traceId });
const graph = (code: GraphError['code']) => new GraphError({ code, message: '', traceId: '7f3a' });

it('what is our fault has an id to quote, what somebody may not or did wrong has none', () => {
  expect(
    [graph('INTERNAL'), graph('UNREACHABLE'), new AuthError('unknown', '7f3a'), upload('7f3a')].map(traceOf),
  ).toEqual(Array.from({ length: 4 }, () => '7f3a'));
  const theirs = [
    graph('FORBIDDEN'),
    graph('RATE_LIMITED'),
    new AuthError('wrong-credentials', '7f3a'),
    new Error('No.'),
    new UploadError({ kind: 'network' }),
  ];
  expect([...theirs, null].map(traceOf)).toEqual(Array.from({ length: 6 }, () => null));
});
