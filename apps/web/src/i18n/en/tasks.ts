/** What waits to be done, by the register's name of the task. */
export const tasks = {
  resolve_disagreement: 'Decide between different statements',
  examine_remains: 'Examine the remains', take_sample: 'Take a sample', send_sample: 'Send the sample', receive_sample: 'Receive the sample', type_profile: 'Type the DNA profile',
  ask_consent: 'Ask for consent', ask_again: 'Ask again', draw_pedigree: 'Draw the pedigree', review_proposal: 'Review the proposal', sign_decision: 'Sign the decision', certify: 'Enter the certificate of the authority', notify_family: 'Notify the family', revise_proposal: 'Revise the returned proposal', transcribe_marker: 'Transcribe the marker', clearance_expired: 'Renew the clearance', breach: 'Look into a gate that was passed over', compare_reports: 'Compare two reports', collision: 'Look into two equal numbers',
} as const;
