import { expect, it } from 'vitest';
import { roleOf } from './role.ts';

const named = new Set(['ada@example.test']);
const ada = { role: 'MEMBER', email: 'Ada@example.test', emailVerified: true };

it.each([
  ['a verified address that is named', ada, 'ADMIN'],
  ['a named address that nobody verified', { ...ada, emailVerified: false }, 'MEMBER'],
  ['an address that is not named', { ...ada, email: 'bob@example.test' }, 'MEMBER'],
  ['an account that says so itself', { ...ada, email: 'bob@example.test', role: 'ADMIN' }, 'ADMIN'],
  ['an account that says something unknown', { ...ada, email: 'bob@example.test', role: 'OWNER' }, 'MEMBER'],
] as const)('the role that follows from %s', (_what, person, role) => {
  expect(roleOf(person, named)).toBe(role);
});
