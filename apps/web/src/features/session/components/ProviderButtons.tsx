import { PlainButton } from '@modu/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { fetchProviders, providerAddress } from '../../../lib/auth/providers.ts';
import type { ProviderId } from '../../../lib/auth/providers.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { SignProblem } from './SignProblem.tsx';

const NAMES: Readonly<Record<ProviderId, string>> = { google: 'Google', discord: 'Discord' };

/** Signing in with another house, where one is set up. */
export function ProviderButtons({ next }: { readonly next: string }) {
  const { t } = useTranslation('session');
  const { data: providers = [] } = useQuery({ queryKey: ['providers'], queryFn: fetchProviders, staleTime: Infinity });
  const leave = useMutation({
    mutationFn: (provider: ProviderId) => providerAddress({ provider, next }),
    onSuccess: (address) => window.location.assign(address),
  });
  if (providers.length === 0) return null;
  return (
    <>
      <SignProblem error={leave.error} />
      {providers.map((provider) => (
        <PlainButton key={provider} size="large" isDisabled={leave.isPending} onPress={() => leave.mutate(provider)}>
          {t('withProvider', { provider: NAMES[provider] })}
        </PlainButton>
      ))}
    </>
  );
}
