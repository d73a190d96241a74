import { findAgreeing, type NameList, type NameModel, OpenWords, type PreparedName, type PreparedWord, RecentMemory } from '@imena/names';
import { PlaceLists, type LaidOutPlaces } from '../candidates/place-lists.ts';

/** Words of a list that one word may stand for, the most telling first, with the most that each says, log10. */
interface AlikeWords {
  readonly words: Int32Array;
  readonly weights: Float32Array;
}

/** Words that tell no more than this (log10), as most given names, are taken to agree where sounds and roles allow it: names are compared afterwards. */
const telling = 1.8;
/** Words asked for that are remembered: given names and fathers' names come again and again. */
const mostRemembered = 1024;

/**
 * The words of a list of names, each compared with every word that is asked for, by its letters where these tell much: here no index decides
 * which may be alike, so that nobody is missed whose name is written in a way that an index does not foresee. LIMIT: words
 * that one side joins and the other writes apart are not found to be alike.
 */
export class WordsAlike {
  readonly #names: NameList;
  readonly #model: NameModel;
  readonly #places: LaidOutPlaces;
  readonly #known = new RecentMemory<PreparedWord, AlikeWords>(mostRemembered);
  /** Of each name what the words of the name asked for say, and the last of these, from 1, that did. */
  readonly #said: Float64Array;
  readonly #lastSaid: Uint8Array;

  constructor(names: NameList, model: NameModel) {
    this.#names = names;
    this.#model = model;
    OpenWords.of(names.words, model).openAll();
    const places = new PlaceLists();
    for (let place = 0; place < names.length; place++) for (const number of names.tokensAt(place)) places.add(number, place);
    this.#places = places.laidOut(names.words.length);
    this.#said = new Float64Array(names.length);
    this.#lastSaid = new Uint8Array(names.length);
  }

  /** The most that the words of one name can say for each of the list, log10, by its place. Holds until the next call. */
  bound({ words }: PreparedName): Float64Array {
    const [said, lastSaid] = [this.#said.fill(0), this.#lastSaid.fill(0)];
    const { starts, places } = this.#places;
    words.forEach((word, nth) => {
      const alike = this.#alike(word);
      for (let at = 0; at < alike.words.length; at++) {
        const [number, weight] = [alike.words[at] as number, alike.weights[at] as number];
        for (let p = starts[number] as number; p < (starts[number + 1] as number); p++) {
          const place = places[p] as number;
          // The most telling come first: of the words of a name one alone stands for this one.
          if (lastSaid[place] === nth + 1) continue;
          lastSaid[place] = nth + 1;
          said[place] = (said[place] as number) + weight;
        }
      }
    });
    return said;
  }

  #alike(word: PreparedWord): AlikeWords {
    return this.#known.get(word) ?? this.#known.set(word, this.#find(word));
  }

  #find(word: PreparedWord): AlikeWords {
    const found: { readonly number: number; readonly weight: number }[] = [];
    findAgreeing(word, this.#names, { model: this.#model, least: 0, bounded: telling, visit: (number, weight) => { found.push({ number, weight }); } });
    found.sort((a, b) => b.weight - a.weight || a.number - b.number);
    return { words: Int32Array.from(found, ({ number }) => number), weights: Float32Array.from(found, ({ weight }) => weight) };
  }
}
