export const recompute = {
  title: 'Compute a case again',
  explained: 'Opens a calculation (kinship-case/1 JSON, or a Familias file .fam) and computes it here by two independent algorithms. Nothing is sent anywhere: the file stays in this browser, and once this page is open it needs no network.',
  howItWorks: 'The algorithms are those of this program: the first eliminates variables one after another, the second sums over inheritance vectors. The command “imena kinship” gives the digits of the first. How each formula works stands in docs/methods.',
  dropHere: 'Put a file here, or choose one.', choose: 'Choose a file',
  case: 'case {{id}}', theta: 'θ {{theta}}', markers_one: '{{count}} marker', markers_other: '{{count}} markers',
  ratioOf: '{{hypothesis}} against {{against}}', lnFirst: 'ln, first algorithm', lnSecond: 'ln, second algorithm', lnServer: 'ln, as the server showed',
  likelihoods: 'Likelihood of each hypothesis', hypothesis: 'Hypothesis', people: 'People', marker: 'Marker', agreement: 'Agreement',
  exclusionPower: 'Probability that a stranger is excluded: {{percent}} %.',
  secondRefused: 'Computed by the first algorithm alone. The second says: {{reason}}',
  verdict: {
    server: { same: 'Every number that the server showed comes out here with every digit.', rounding: 'The numbers of the server come out here; the largest difference, {{difference}}, is rounding.', differs: 'At least one number differs from what the server showed, by {{difference}}. The table says which.' },
    algorithms: { same: 'Both algorithms give the same digits.', rounding: 'Both algorithms agree; the largest difference, {{difference}}, is rounding.', differs: 'The two algorithms do not agree; the largest difference is {{difference}}. No decision can rest on this.' },
  },
  agrees: { same: 'every digit', rounding: 'rounding {{difference}}', differs: 'differs by {{difference}}' },
  facts: { title: 'What each marker is calculated with', genotypes: 'Genotypes', frequencies: 'Frequencies', mutation: 'Mutation', onX: 'on the X chromosome', noMutation: 'none', mother: 'mother: {{model}}', father: 'father: {{model}}', notInTable: 'not in the table' },
  joint: { exact: 'Solved together, exactly. The second algorithm has no part in joint solutions.', certified: 'Solved together; relative error at most {{error}}, certified. The second algorithm has no part in joint solutions.', estimate: 'Solved together by an estimate; standard error {{error}}. The second algorithm has no part in joint solutions.', posterior: 'Posterior of each pairing', pairwise: 'log10 LR of each pair alone', nobody: 'nobody on the list', remains: 'Remains' },
  panel: {
    explained: 'Fetches the file of this calculation and computes it in this browser, without the server, by two independent algorithms; then compares with the numbers above. H1: the remains are this person. H2: they are an unrelated person.',
    start: 'Compute again in this browser', logged: 'The download is logged.', elsewhere: 'Open a calculation from a file',
  },
} as const;
