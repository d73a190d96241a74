import type { Subject } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { askDocumentWorker } from '../ask-document-worker.ts';
import { proposedLinks, type ClaimLink } from './claim-links.ts';
import { documentsOfClaims } from './documents-of-claims.ts';

/** What comparing confirmed statements proposes; empty while it is being compared, in a worker. */
export function useProposedLinks(claims: readonly Subject[], publishedOn: (document: string) => string | null): { readonly links: readonly ClaimLink[]; readonly error: Error | null } {
  const compared = documentsOfClaims(claims, publishedOn);
  const key = compared.documents.map(({ id, language, publishedOn: day }) => `${id} ${language} ${day ?? ''}`).join(',');
  const versions = claims.map((claim) => `${claim.id} ${claim.lastIndex}`).join(',');
  const found = useQuery({
    queryKey: ['compared-claims', versions, key],
    enabled: claims.length > 1,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => askDocumentWorker({ kind: 'compare', documents: compared.documents }),
  });
  const links = useMemo(() => proposedLinks(claims, found.data ?? [], compared), [claims, found.data, compared]);
  return { links, error: found.error };
}
