import type { Language } from './words.ts';

/** Reasons of an operating system by the code in front of its message; what stands here is said in the reader's language. */
const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ENOENT: { en: 'there is no such file or folder', uk: 'такого файлу чи теки немає' },
  EACCES: { en: 'access is denied', uk: 'немає доступу' },
  EPERM: { en: 'this is not permitted', uk: 'це не дозволено' },
  EISDIR: { en: 'it is a folder', uk: 'це тека' },
  ENOTDIR: { en: 'a part of the path is no folder', uk: 'частина шляху не є текою' },
  EEXIST: { en: 'it is there already', uk: 'воно вже існує' },
  ENOSPC: { en: 'no space is left', uk: 'не лишилося місця' },
  EDQUOT: { en: 'the quota is used up', uk: 'квоту вичерпано' },
  EROFS: { en: 'the file system is read only', uk: 'файлова система лише для читання' },
  EMFILE: { en: 'too many files are open', uk: 'відкрито забагато файлів' },
  ENFILE: { en: 'too many files are open', uk: 'відкрито забагато файлів' },
  EBUSY: { en: 'it is in use', uk: 'його зайнято' },
  EIO: { en: 'the disk failed', uk: 'збій диска' },
  ENAMETOOLONG: { en: 'the name is too long', uk: 'назва задовга' },
  ELOOP: { en: 'the links lead in a circle', uk: 'посилання ведуть по колу' },
  ENOTEMPTY: { en: 'the folder is not empty', uk: 'тека не порожня' },
  EPIPE: { en: 'nobody reads it any longer', uk: 'його вже ніхто не читає' },
  EADDRINUSE: { en: 'the address is in use', uk: 'адресу зайнято' },
  ECONNREFUSED: { en: 'the connection was refused', uk: 'у з’єднанні відмовлено' },
  ECONNRESET: { en: 'the connection was cut', uk: 'з’єднання обірвано' },
  ETIMEDOUT: { en: 'there was no answer in time', uk: 'вчасної відповіді не було' },
};

/** `ENOENT: no such file or directory, open 'x'` in the reader's language; every other text as it is. */
export function systemReason(text: string, language: Language): string {
  const code = /^(E[A-Z]{2,14})(?::|$)/.exec(text)?.[1];
  const words = code === undefined ? undefined : reasons[code];
  return words === undefined || code === undefined ? text : `${words[language]} (${code})`;
}
