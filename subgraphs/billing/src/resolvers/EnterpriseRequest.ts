import type { EnterpriseRequest as Request } from '../store/enterprise-store.ts';

export const EnterpriseRequest = {
  user: ({ userId }: Request) => ({ __typename: 'User', id: userId }),
};
