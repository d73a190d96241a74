/** What waits to be done, by the register's name of the task. */
export const tasks = {
  resolve_disagreement: 'Decide between different statements', record_remains: 'Record the remains from an opened grave', examine: 'Examine the remains', take_sample: 'Take a sample', type_profile: 'Type the DNA profile', take_reference: 'Find a relative who can give a sample',
  review: 'Review the proposal', revise: 'Revise the returned proposal', sign: 'Sign the decision', notify: 'Notify the family', look_at_candidate: 'Look at a strong candidate', propose: 'Propose an identification',
  tell_of_revocation: 'Tell the family of the revocation', recall_certificate: 'Recall the certificate and note what was done',
  look_at_quarantine: 'Look into quarantined entries', look_at_held: 'Look into entries that wait for an earlier one',
} as const;
