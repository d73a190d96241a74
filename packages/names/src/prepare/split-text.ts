import { asideLatin, besideWords, languages, particles } from '../languages/index.ts';
import { RecentMemory } from '../recent-memory.ts';
import { isInPart } from '../sounds/sounds.ts';
import { knownWord, type KnownWord } from './known-word.ts';
import { isNobodyAlone, mayStandBeside, withoutBeside } from './words-beside.ts';

/** One word of a name as it was found in a text. */
export interface NameToken {
  /** As written, for people. */
  readonly text: string;
  readonly known: KnownWord;
  /** Whether it stands for a name by its first letter. */
  readonly initial: boolean;
  /** Whether a small word before it says that a father's name follows. */
  readonly isFather?: boolean;
}

/** No name has more words; the rest of a longer text is left out. */
export const mostWords = 12;
const longestText = 400;
const mostAlternatives = 4;

const asideWords = new Set(languages.flatMap((language) => language.asideWords));
const bracketedUnread = new RegExp(`[[({<]\\s*(?:${besideWords.flatMap(({ unread }) => unread.map((word) => word.replace('-', ''))).join('|')})[^\\])}>]*[\\])}>]`, 'giu');

const apostrophes = /['’‘ʼ`´ʹ′"“”«»„]/gu;
const betweenWords = /[\s,;:/\\+=()[\]{}<>–—‐‑-]+/u;

/**
 * Takes a text from a cross, paper or form apart into the words of a name: numbers, years, "62 роки", "р.н." are left
 * out, words that say that nobody is known or what somebody was, dots and dashes of initials understood (also "ДС."), what was not read ("…", "[нерозб.]", "?", "□") kept as a sign for it.
 * @param text - any text; beyond 400 signs and 12 words it is cut
 */
export function splitNameText(text: string): readonly NameToken[] {
  return takePlain(text) ?? remembered.get(text) ?? remembered.set(text, takeApart(text, false));
}

/** The same for a text that is stated as a part of a name: there Дід is a surname and nothing else. */
export function splitNamePart(text: string): readonly NameToken[] {
  return takePlain(text) ?? rememberedParts.get(text) ?? rememberedParts.set(text, takeApart(text, true));
}

/** Whether a text holds a name: that `splitNameText` finds a word. Nothing is remembered of plain names: they may never be asked for. */
export function holdsName(text: string): boolean {
  return text.split(' ').every((piece) => plainWord.test(piece) && isNameAlone(piece, piece.toLowerCase())) || splitNameText(text).length > 0;
}

/** Names with apostrophes and hyphens come again and again where they are stated apart. */
const remembered = new RecentMemory<string, readonly NameToken[]>(10_000);
const rememberedParts = new RecentMemory<string, readonly NameToken[]>(10_000);

/** Words of letters and initials with single spaces between, none of them a word beside a name: most of every list. Null for all else. */
function takePlain(text: string): readonly NameToken[] | null {
  if (text.length > longestText) return null;
  const tokens: NameToken[] = [];
  let isSpelled = false;
  // Piece by piece: `split` leaves compiled code, which costs more than all else here.
  for (let from = 0; from <= text.length;) {
    const space = text.indexOf(' ', from);
    const end = space < 0 ? text.length : space;
    const piece = text.slice(from, end);
    from = end + 1;
    const plain = plainPieces.get(piece) ?? lookAt(piece);
    if (plain === notPlain || tokens.length === mostWords || (plain.isSpelled && areInitials(piece, text))) return null;
    if (piece === text && !plain.isSpelled) return plain.alone;
    tokens.push(plain.alone[0]);
    isSpelled ||= plain.isSpelled;
  }
  return isSpelled && isNobodyAlone(tokens.map(({ known }) => known.word).join('')) ? null : tokens;
}

interface PlainPiece {
  /** The word, as a name of no other. */
  readonly alone: readonly [NameToken];
  /** In capitals or one letter: words of these are also set apart letter by letter (Н. Н.). */
  readonly isSpelled: boolean;
}

/** Letters that are one sign in every normal form are taken as they are; a capital inside a word begins another. */
const plainWord = /^\p{Lu}?\p{Ll}+$/u;
const spelled = /^(?:\p{Lu}{2,}|\p{Lu}\.)$/u;
const notPlain: PlainPiece = { alone: [{ text: '', known: knownWord(''), initial: false }], isSpelled: false };
const plainPieces = new RecentMemory<string, PlainPiece>(100_000);

function lookAt(piece: string): PlainPiece {
  const isWord = plainWord.test(piece);
  // What may be anything, and is long, is not remembered.
  return isWord || spelled.test(piece) ? plainPieces.set(piece, plainPiece(piece, isWord)) : notPlain;
}

function plainPiece(piece: string, isWord: boolean): PlainPiece {
  const text = piece.endsWith('.') ? piece.slice(0, -1) : piece;
  const word = text.toLowerCase();
  const isInitial = piece !== text;
  const isName = isInitial ? isNothingElse(piece, word) : isNameAlone(piece, word);
  return isName ? { alone: [{ text, known: knownWord(word), initial: isInitial }], isSpelled: !isWord } : notPlain;
}

/** Whether a word of letters is a name whatever stands beside it. @param word - the piece in lower case */
function isNameAlone(piece: string, word: string): boolean {
  return word.length > 1 && !asideWords.has(word) && isNothingElse(piece, word);
}

function isNothingElse(piece: string, word: string): boolean {
  return piece === piece.normalize('NFC') && !asideLatin.has(word) && !mayStandBeside(word);
}

function takeApart(text: string, isStated: boolean): NameToken[] {
  const marked = text.normalize('NFC').slice(0, longestText)
    .replace(bracketedUnread, '*')
    .replace(/[[({<]\s*[?….*]+\s*[\])}>]/gu, '*')
    .replace(/\p{Cf}/gu, '')
    .replace(/…|\.{2,}|_+|\*+|\?{2,}|#{2,}/gu, '*')
    .replace(/[□▢☐◻■]/gu, '?');
  const withChoices = marked.replace(choice, (_, options: string) => `\u0001${options.replace(/[/|]/g, '\u0002')}\u0003`);
  const apart = withChoices.replace(gluedBefore, '$1 ').replace(gluedAfter, '$1 ');
  // A capital in the middle of a word begins the next one (Патрушев was typed together), also where what stood before it is lost; a dot ends one.
  const spaced = apart.replace(/(\p{Ll}\*?)(\p{Lu})/gu, '$1 $2').replace(/(\p{L})\.(?=\p{L})/gu, '$1. ').replace(/№/gu, ' № ');
  const pieces = spaced.split(betweenWords).filter((piece) => piece !== '');
  return withoutBeside(withoutAside(pieces), { text, isStated }).slice(0, mostWords).flatMap((piece) => (areInitials(piece, text) ? Array.from(piece.slice(0, 2), toInitial) : toToken(piece)));
}

/** A year or date that stands against a name without a gap; other digits inside a word are misread letters. */
const gluedBefore = /(\p{L})(?=(?:1[89]|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4})/gu;
const gluedAfter = /((?<!\d)(?:1[89]|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?=\p{L})/gu;
const choice = /[[({](\p{L}{1,3}(?:[/|]\p{L}{1,3})+)[\])}]/gu;

function withoutAside(pieces: readonly string[]): string[] {
  const kept: string[] = [];
  let sinceNumber = Number.POSITIVE_INFINITY;
  for (const [at, piece] of pieces.entries()) {
    const bare = piece.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
    if (isNumber(bare, piece)) {
      sinceNumber = at === 0 ? 2 : 0;
      continue;
    }
    const single = Array.from(bare).length === 1;
    // р, н, г, с stand for "year", "born"; as capitals at the beginning they are initials.
    const aside = asideWords.has(bare) && (!single || sinceNumber < 2 || (piece === piece.toLowerCase() && sinceNumber < 4));
    if (aside || asideLatin.has(bare)) {
      sinceNumber = Math.min(sinceNumber, 1);
      continue;
    }
    sinceNumber++;
    kept.push(piece);
  }
  return kept;
}

/** Numbers, years, N336, but not a word in which digits stand for letters. */
function isNumber(bare: string, piece: string): boolean {
  if (/^[№#]/u.test(piece)) return true;
  const digits = bare.match(/\p{N}/gu)?.length ?? 0;
  return digits > 0 && digits * 2 >= bare.length;
}

/** ДС. or, among words with small letters, ДС: initials of given name and father's name without a gap, and no small word (DE). */
function areInitials(piece: string, text: string): boolean {
  return joinedInitials.test(piece) && (piece.endsWith('.') || /\p{Ll}/u.test(text)) && !particles.has(piece.slice(0, 2).toLowerCase());
}

const joinedInitials = /^\p{Lu}{2}\.?$/u;

function toInitial(letter: string): NameToken {
  return { text: letter, known: knownWord(letter.toLowerCase()), initial: true };
}

/** Ол., Дм.: the beginning of a name. One letter is an initial. */
const abbreviation = /^\p{L}{2,3}\.$/u;

function toToken(piece: string): NameToken[] {
  const text = piece.replace(/[\u0001\u0003]/g, '').replaceAll('\u0002', '/').replace(/[.,]+$/u, '');
  const written = expand(abbreviation.test(piece) ? `${piece.slice(0, -1).toLowerCase()}*` : piece.toLowerCase()).map((version) => version.replace(apostrophes, '').replace(/[^\p{L}\p{M}\p{N}?*|!@$]/gu, ''));
  // One sign stands for one letter that could not be read, and often enough for some.
  const versions = written.flatMap((version) => (version.includes('?') ? [version, version.replaceAll('?', '*')] : [version]));
  const word = versions[0] ?? '';
  if (!/[\p{L}?*]/u.test(word) || /^[?!*|@$]+$/u.test(word)) return [];
  const letters = word.replace(/[^\p{L}]/gu, '');
  return [{ text, known: knownWord(word, versions.slice(1)), initial: Array.from(letters).length === 1 && !isInPart(word) && !isIdeograph(letters) }];
}

function isIdeograph(letter: string): boolean {
  return /\p{Script=Han}|\p{Script=Hangul}/u.test(letter);
}

function expand(piece: string): string[] {
  const parts = piece.split(/\u0001([^\u0003]*)\u0003/u);
  let versions = [''];
  for (const [at, part] of parts.entries()) {
    const options = at % 2 === 0 ? [part] : part.split('\u0002');
    versions = versions.flatMap((start) => options.map((option) => start + option)).slice(0, mostAlternatives);
  }
  return versions;
}
