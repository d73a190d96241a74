/** The state by which a subject is counted, by kind of subject. */
export const statuses = {
  any: { recorded: 'recorded' },
  site: { suspected: 'suspected', confirmed: 'confirmed', secured: 'secured', opened: 'opened', closed: 'closed' },
  grave: { marked: 'marked', opened: 'opened', emptied: 'emptied', found_empty: 'found empty' },
  sample: { taken: 'taken', sent: 'sent', received: 'received', consumed: 'used up', failed: 'failed' },
  remains: { recovered: 'recovered', examined: 'examined' },
  person: { missing: 'missing', found_alive: 'found alive', found_detained: 'found in detention', found_deported: 'found deported', reported_in_error: 'reported in error' },
  relative: { not_asked: 'not asked yet', consented: 'consent given', refused: 'refused', consent_withdrawn: 'consent withdrawn' },
  identification: { proposed: 'proposed', returned: 'returned', reviewed: 'reviewed', established: 'established', certified: 'certified', revoked: 'revoked' },
  source: { unread: 'not read yet', read: 'read' },
  device: { enrolled: 'enrolled', revoked: 'revoked' },
} as const;
