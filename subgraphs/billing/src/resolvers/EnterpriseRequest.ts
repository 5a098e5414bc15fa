export const EnterpriseRequest = {
  user: ({ userId }: { readonly userId: string }) => ({ __typename: 'User', id: userId }),
};
