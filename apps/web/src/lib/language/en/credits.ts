export const credits = {
  credits_one: '{{formatted}} credit',
  credits_other: '{{formatted}} credits',
  available: 'Credits',
  held: '{{formatted}} set aside for running jobs',
} as const;
