import { useQuery } from '@tanstack/react-query';
import { ImageStylesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale } from '../../../lib/language/index.ts';

/** The looks a prompt can be given, named in the viewer's language. */
export function useStyles() {
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: ['styles', locale],
    queryFn: async ({ signal }) => (await request(ImageStylesDocument, {}, { signal })).styles,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? [];
}
