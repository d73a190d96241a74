/** Signing in, the first account, invitations, recovery. */
export const access = {
  welcomeTitle: 'The first account',
  welcomeText: 'This installation has no account yet. The link you opened works once; with it you make the account of its first coordinator, who can then invite others.',
  login: 'Sign-in name', loginHint: 'At least two letters or digits, without spaces.',
  displayName: 'Your name', displayNameHint: 'It stands beside everything you record. It is kept apart from the ledger and can be erased.',
  password: 'Password', passwordHint: 'At least 12 characters; several words are best.', passwordAgain: 'Password again', passwordsDiffer: 'The two passwords differ.',
  allRoles: 'Try the demonstration with every role', allRolesHint: 'One account then sees what coordinators, laboratory, analysts and board see. For real work each person has their own account and role.',
  create: 'Make the account', signIn: 'Sign in', signInTitle: 'Sign in',
  tokenMissing: 'The address holds no link. Open the whole link you were given, to its last character.',
  setupDone: 'The first account has been made already.', setupNeeded: 'No account exists yet. Open the one-time link that the server printed when it started.',
  invitationTitle: 'You have been invited', invitationText: 'Choose a sign-in name and a password. Your roles were set by the person who invited you.',
  recoverTitle: 'Access restored', recoverText: 'Two people have approved this link. If it is for a password, choose a new one; for a lost device or key leave the field empty.', recoverDone: 'Done. You can sign in now.', use: 'Use the link', newPassword: 'New password',
  forgotten: 'Forgotten the password, or lost a device? Ask a coordinator: one opens the request, another approves it, and you receive a link.',
  back: 'To sign in',
  changePassword: 'Change the password', presentPassword: 'Present password', changed: 'The password has been changed.',
} as const;
