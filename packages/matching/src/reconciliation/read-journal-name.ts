import type { Sex } from '../records/types.ts';

const unnamed = /(невідом|неопізнан|невпізнан|не встановлен|невстановлен|неизвестн|неопознан|не установлен|неустановлен|unknown|unidentified|unnamed)/iu;
const woman = /(жінк|женщин|woman|female|дівчин|девочк|girl)/iu;
const man = /(чолов|мужчин|(?<![a-z])man(?![a-z])|(?<![a-z])male|хлоп|мальчик|(?<![a-z])boy|військов|военн)/iu;

/** What the column for the name says: a name, or that there is none ("unidentified woman"), with the sex in those words. */
export function readJournalName(text: string | null): { readonly name: string | null; readonly sex: Sex | null } {
  const words = text?.trim() ?? '';
  if (words === '' || /^[\s\-–—?.]+$/u.test(words)) return { name: null, sex: null };
  const bare = /^(жінка|чоловік|женщина|мужчина|woman|man|female|male|ч\.|ж\.)$/iu.test(words);
  if (!unnamed.test(words) && !bare) return { name: words, sex: null };
  return { name: null, sex: woman.test(words) || words === 'ж.' ? 'F' : man.test(words) || words === 'ч.' ? 'M' : null };
}
