import type { NameModel } from '../model/name-model.ts';
import type { PreparedWord } from '../prepare/prepared.ts';
import type { NameList } from './name-list.ts';
import { OpenWords } from './open-words.ts';
import { mostInRoles } from './weigh-words.ts';
import { mayAgree, mostBeside, WordColumns } from './word-columns.ts';

interface Search {
  readonly model: NameModel;
  /** What agrees and says no more than this (log10) is passed over. */
  readonly least: number;
  /** Where two words can say no more than this (log10) together, that stands for what they say, to a thousandth: letters are not looked at. */
  readonly bounded: number;
  readonly visit: (number: number, log10Lr: number) => void;
}

/**
 * Comes to every word of a list that agrees with one word, with what that says by itself (`wordLog10Lr`), and to some that
 * do not agree but can say little. No index stands between, so that none is missed, however many sounds differ. Cost: some nanoseconds a word of the list, and about a
 * microsecond for each that has most of the sounds and may have the same role.
 */
export function findAgreeing(word: PreparedWord, { words, columns: { data } }: NameList, { model, least, bounded, visit }: Search): void {
  const own = new WordColumns();
  own.add(word);
  const [asked, list] = [OpenWords.of([word], model), OpenWords.of(words, model)];
  // Of an initial, and of a word that was read in part, the other may tell more than it could beside itself.
  const most = word.initial || word.unread ? null : mostInRoles(word, model);
  for (let column = 0; column < words.length; column++) {
    if (!mayAgree(own.data, 0, data, column)) continue;
    const bound = most === null ? Infinity : mostBeside(data, column, most);
    if (bound <= bounded) {
      if (bound > least) visit(column, bound);
      continue;
    }
    const { agrees, log10Lr } = asked.weigh(0, list, { column, sex: null });
    if (agrees && log10Lr > least) visit(column, log10Lr);
  }
}
