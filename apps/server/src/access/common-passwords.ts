/**
 * The commonest passwords of twelve characters and more, as they recur in published frequency lists, and keyboard rows
 * of the Latin and Ukrainian layouts. Shorter ones are refused by their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set([
  '123456789012', '1234567890123', '1234567890-=', '12345678910', '123456789123', '123123123123', '121212121212', '112233445566',
  '098765432109', '987654321098', '123456123456', '123321123321', '111222333444', '147258369147', '159753159753',
  'qwertyuiop12', 'qwertyuiop123', 'qwertyuiop[]', 'qwertyuiopasdfghjkl', 'qwertyuiopasdfghjklzxcvbnm', 'qwerty123456', 'qwerty1234567',
  'qwertyqwerty', 'asdfghjkl123', 'asdfghjkl;\'', 'asdfghjklzxcvbnm', 'zxcvbnm12345', 'zxcvbnmasdfghjkl', '1q2w3e4r5t6y', '1q2w3e4r5t6y7u',
  '1qaz2wsx3edc', '1qaz2wsx3edc4rfv', 'q1w2e3r4t5y6', 'qazwsxedcrfv', 'zaq12wsxcde3', '!qaz2wsx3edc', 'abcdefghijkl', 'abcdefghijklm',
  'abcd12345678', 'abc123456789', 'a123456789012', 'aa1234567890', 'changeme1234', 'changemenow1', 'letmeinplease', 'iloveyou1234',
  'iloveyouforever', 'sunshine1234', 'football1234', 'princess1234', 'unbelievable', 'correcthorsebatterystaple', 'thequickbrownfox',
  'йцукенгшщзхї', 'йцукенгшщзхъ', 'фівапролджє', 'фывапролджэ', 'йцукен123456', 'йцукенгшщз12', 'фівапролдж12', 'славаукраїні', 'слава україні',
  'slavaukraini', 'slava ukraini', 'героямслава', 'українапонадусе',
]);

/** Words that make no password by being repeated or given digits. */
export const commonWords: readonly string[] = [
  'password', 'passw0rd', 'passwort', 'пароль', 'parol', 'qwerty', 'йцукен', 'admin', 'administrator', 'адміністратор', 'welcome', 'letmein',
  'imena', 'імена', 'ukraine', 'україна', 'ukraina', 'secret', 'changeme', 'coordinator', 'координатор', 'laboratory', 'test', 'demo',
];
