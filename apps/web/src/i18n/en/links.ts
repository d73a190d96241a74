/** How one subject is linked with another, seen from the subject on screen. */
export const links = {
  site: 'Site', area: 'Area', grave: 'Grave', remains: 'Remains', relative: 'Relative', person: 'Person', family: 'Family', sample: 'Sample', document: 'Source document', run: 'Matching run', missing: 'Missing person',
  reassociated: 'Re-associated with', presumed: 'Presumed to be', same_person: 'The same person as', kept_apart: 'A different person from', joint_compared: 'A joint tried with', 'same-claim': 'The same statement as', 'same-origin': 'Has one origin with', contradicts: 'Contradicts', updates: 'Brings up to date', excluded: 'Excluded', lead: 'Lead from', about: 'About', lies_here: 'Said to lie in', lies_elsewhere: 'Said not to lie in',
} as const;
