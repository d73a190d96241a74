import type { LanguageCode, Modality } from '../types.ts';

/** What a reporting word does with what follows it. */
export type CueKind = 'say' | 'tell' | 'deny' | 'figure' | 'blame' | 'call' | 'speak' | 'ask';

export interface Cue {
  readonly lemma: string;
  readonly kind: CueKind;
  /** `clause`: needs "that", a quotation or a colon, because the word has other uses; `object`: a noun will do too. */
  readonly takes: 'anything' | 'clause' | 'object';
  /** What the word itself makes of its content. */
  readonly modality: Modality | null;
}

/** "said": reports whatever follows. */
export const plainCue: Cue = { lemma: 'say', kind: 'say', takes: 'anything', modality: null };

/** A set of words; `stems` match every word that begins with them (inflected languages). */
export interface WordTable {
  has(norm: string): boolean;
}

export interface Pronoun {
  readonly gender: 'male' | 'female' | null;
  readonly number: 'one' | 'many';
  /** `it` and the like stand for organisations and documents. */
  readonly stands: 'person' | 'thing' | 'any';
}

export interface BoundPhrase {
  readonly words: readonly string[];
  readonly bound: 'approx' | 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'up_to' | 'exact';
}

export interface DateWords {
  readonly weekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  readonly relativeDays: ReadonlyMap<string, number>;
  readonly dayParts: WordTable;
  /** Words of a line that gives the day of publication. */
  readonly publishedWords: WordTable;
  /** After "that": "that day" opens no clause. */
  readonly daysTold: WordTable;
  readonly prepositions: WordTable;
  readonly last: WordTable;
  readonly next: WordTable;
  readonly current: WordTable;
  readonly week: WordTable;
  readonly month: WordTable;
  readonly year: WordTable;
  readonly yearWords: WordTable;
  /** "3 and 4 October". */
  readonly dayJoins: WordTable;
  readonly ordinalSuffixes: WordTable;
  /** Words before a year that make it one: "the 1995 massacre", "of 1992". */
  readonly yearLinks: WordTable;
  /** After a clock time. */
  readonly clock: WordTable;
}

export interface NumberWords {
  readonly units: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  /** "hundreds", "dozens": many, but nobody says how many. */
  readonly vague: WordTable;
  /** "some", "most", "many" before a noun. */
  readonly quantifiers: WordTable;
  readonly and: string;
  readonly dozen: WordTable;
  readonly half: WordTable;
  readonly none: WordTable;
  /** "half", "third", "thirds": into how many parts the whole is divided. */
  readonly fractions: ReadonlyMap<string, number>;
  /** "one in three", "nine out of ten". */
  readonly shareLinks: readonly (readonly string[])[];
  /** Nouns that are a share by themselves, and the word for a part after an ordinal (inflected languages). */
  readonly shareNouns: WordTable;
  readonly parts: WordTable;
  /** Words that make the ordinal after them a share: "every third family". */
  readonly shareMarks: WordTable;
  /** After a hyphen: "sixty-odd". */
  readonly looseSuffixes: WordTable;
  /** "two days ago" is a day, not a count. */
  readonly ago: WordTable;
  /** Sign before a sum → its unit. */
  readonly currencies: ReadonlyMap<string, string>;
  /** Letter after a sum → what it multiplies by. */
  readonly moneyScales: ReadonlyMap<string, number>;
}

export interface QuantityWords {
  readonly before: readonly BoundPhrase[];
  /** Verbs that mean "more than" when a toll is their subject. */
  readonly tollBounds: WordTable;
  readonly after: readonly BoundPhrase[];
  readonly rangeBetween: WordTable;
  readonly rangeAnd: WordTable;
  readonly rangeFrom: WordTable;
  readonly rangeTo: WordTable;
  /** Words that make the number after them a label: "numbered", "No.". */
  readonly labels: WordTable;
  /** Words after which a number names a thing: "Article 8", "School 6". */
  readonly namedThings: WordTable;
  /** Noun → what is counted, in English. */
  readonly units: ReadonlyMap<string, string>;
  readonly unitStems: readonly (readonly [string, string])[];
  /** Adjectives that may stand between number and noun without naming the thing. */
  readonly skippable: WordTable;
  /** Participles and adverbs after a number whose noun is left out: "the 115 given earlier". */
  readonly notNouns: WordTable;
  readonly including: WordTable;
  /** Words that stay part of the noun: "mass graves", "burial sites". */
  readonly modifiers: WordTable;
  readonly percent: WordTable;
  readonly agePhrases: WordTable;
  readonly tollWords: WordTable;
  readonly of: WordTable;
  readonly supersededMarks: WordTable;
  readonly isInflected: boolean;
  /** Beginnings of verbs that tell a change: what follows "from" is the old figure. */
  readonly changes: WordTable;
  /** Words before a number word "one" that make it a count. */
  readonly countMarks: WordTable;
  /** Nouns whose "of" phrase is what is counted: "sets of remains". */
  readonly carriers: WordTable;
  readonly forces: WordTable;
  /** Beginnings of nouns whose number names a body, not a grave. */
  readonly labelledBodies: WordTable;
  /** People who stand before "over 60" as an age. */
  readonly agedPeople: WordTable;
  readonly ageComparisons: WordTable;
  readonly fillersBeforeOld: WordTable;
  /** "five of them": what was counted just before. */
  readonly backReferences: WordTable;
  /** Nouns that have no plural ending though they count many: "staff", "km". */
  readonly massNouns: WordTable;
  /** Words between people and "missing": "are still reported". */
  readonly missingLinks: WordTable;
  /** Verbs in the form that follows a plural: "50 lie outside". */
  readonly baseVerbs: WordTable;
  /** Endings of adjectives between a number and its noun (inflected languages). */
  readonly adjectiveEndings: readonly string[];
  /** Nouns that a number without a noun can take up though nobody counted them yet. */
  readonly antecedents: WordTable;
  /** Verbs said of persons and their bodies, and of the ground. */
  readonly personVerbs: WordTable;
  readonly groundVerbs: WordTable;
  /** "I was six". */
  readonly selves: WordTable;
  readonly copulas: WordTable;
  /** "a hundred", "a month or so": one. */
  readonly articles: WordTable;
  /** "over four days": throughout them. */
  readonly throughout: WordTable;
  /** "No new graves": what makes a denial a count of none. */
  readonly zeroMarks: WordTable;
  /** Who has an age: "he", "the youngest". */
  readonly ageSubjects: WordTable;
  /** "turned 18". */
  readonly ageVerbs: WordTable;
  /** Words between a label's noun and its number. */
  readonly labelFillers: WordTable;
  readonly labelledLists: WordTable;
}

export interface ModalityWords {
  readonly forecast: WordTable;
  readonly intent: WordTable;
  readonly estimate: WordTable;
  readonly allegation: WordTable;
  readonly denial: WordTable;
}

export interface SceneWords {
  /** Words of the matter itself: graves, bodies, exhumation. */
  readonly matter: WordTable;
  /** What is left of the dead: bodies, bones. */
  readonly remains: WordTable;
  /** Nouns that can be the site of a statement. */
  readonly sites: WordTable;
  /** Words that are written with a capital but name no place. */
  readonly notPlaces: WordTable;
  readonly placePrepositions: WordTable;
  /** Kinds of place that follow or precede their name: region, village. */
  readonly placeKinds: WordTable;
}

export interface ChannelWords {
  /** Noun → medium. */
  readonly media: ReadonlyMap<string, string>;
  /** Word → platform with a proper name. */
  readonly platforms: ReadonlyMap<string, string>;
  /** "reporters", "journalists": told to nobody in particular. */
  readonly press: WordTable;
  readonly followers: WordTable;
  readonly prepositions: WordTable;
}

/** Words by which statements of different documents are compared. */
export interface ReconciliationWords {
  readonly stopWords: WordTable;
  /** Words of the whole matter: two statements that share only these are not about the same thing. */
  readonly genericStems: WordTable;
  /** Letters of a word that are compared. */
  readonly stemLength: number;
  /** Word → what happened to the things counted. */
  readonly states: ReadonlyMap<string, string>;
  /** Words of graves and of what lies in them. */
  readonly remainsTold: WordTable;
  /** Words before a state that deny it. */
  readonly negations: WordTable;
  /** "may", "could", "expected": what a figure that may be stands with. */
  readonly speculative: WordTable;
  readonly phases: WordTable;
  readonly events: WordTable;
  /** Words that cannot both be right of the same thing. */
  readonly opposed: readonly (readonly [WordTable, WordTable])[];
  /** What opposed words are said of. */
  readonly markedThings: WordTable;
}

/** Everything the grammar needs to know of a language: data, no rules. */
export interface Language {
  readonly code: LanguageCode;
  readonly cues: ReadonlyMap<string, Cue>;
  /** "adding", "accusing": a second report by the same speaker. */
  readonly participles: ReadonlyMap<string, Cue>;
  /** Reporting words that are nouns too: verbs only after a subject of their number. */
  readonly nounCues: WordTable;
  /** Word sequences before a source: "according to". */
  readonly accordingTo: readonly (readonly string[])[];
  /** "in his words": the second word is the source. */
  readonly pronounSources: readonly (readonly string[])[];
  /** Sequences meaning that what stands before was said by what follows: "this was reported by". */
  readonly reportsBack: readonly (readonly string[])[];
  /** "identified only as", "на ім'я": a name follows the description. */
  readonly namedAs: readonly (readonly string[])[];
  /** Words that open a clause of manner before inversion: "as". */
  readonly as: WordTable;
  readonly that: WordTable;
  /** Dashes set off direct speech and the reporter's words within it. */
  readonly speechDashes: boolean;
  /** Prepositions before what a statement is of: "про 15 тіл". */
  readonly toldOf: WordTable;
  /** A comma stands before the word for "that". */
  readonly commaBeforeThat: boolean;
  /** "У міністерстві заявили": a body stands as source after this preposition. */
  readonly prepositionalBodies: WordTable;
  /** Words that also open a reported clause: "whether", "how". */
  readonly clauseOpeners: WordTable;
  /** "was quoted as saying". */
  readonly quotedAs: { readonly quoted: WordTable; readonly by: WordTable; readonly as: WordTable; readonly saying: WordTable };
  /** "what he called": relative word and verb. */
  readonly whatCalled: { readonly what: WordTable; readonly called: WordTable };
  readonly reports: WordTable;
  /** Opens the circumstance in which something is said: "Speaking to reporters on Monday,". */
  readonly speaking: WordTable;
  /** Words before what is asked: "for"; and the mark of an infinitive. */
  readonly askedFor: WordTable;
  readonly infinitive: WordTable;
  /** Preposition before the blame: "accused of", "blamed for". */
  readonly blamePrepositions: WordTable;
  readonly figureNouns: WordTable;
  /** "citing", "quoting": what follows is another's source. */
  readonly citing: WordTable;
  /** "as she put it": the words that make a report of the verb before them. */
  readonly putIt: readonly (readonly string[])[];
  /** Joins that oppose one report to another. */
  readonly contrasts: WordTable;
  /** Joins of two reports by one subject. */
  readonly joins: WordTable;
  /** Stand between subject and cue. */
  readonly isAdverb: (norm: string) => boolean;
  readonly passive: WordTable;
  /** "there are over 75" counts. */
  readonly existential: WordTable;
  /** "out", "up": belong to a verb, never to who speaks. */
  readonly particles: WordTable;
  /** Irregular participles that follow the noun they describe: "read", "seen", "sent". */
  readonly attributeParticiples: WordTable;
  readonly determiners: WordTable;
  readonly prepositions: WordTable;
  readonly conjunctions: WordTable;
  readonly relatives: WordTable;
  readonly and: WordTable;
  readonly of: WordTable;
  readonly finite: WordTable;
  readonly isFinite: (norm: string) => boolean;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly roles: WordTable;
  readonly isRole: (norm: string) => boolean;
  readonly isPlural: (norm: string) => boolean;
  readonly titles: WordTable;
  readonly organisations: WordTable;
  readonly organisationAbbreviations: WordTable;
  readonly groups: WordTable;
  readonly documents: WordTable;
  /** Documents that speak for whoever gave them out: a message, a press release. */
  readonly spokenDocuments: WordTable;
  readonly governments: WordTable;
  /** Common words that begin a sentence with a capital. */
  readonly sentenceOpeners: WordTable;
  readonly nameParticles: WordTable;
  readonly abbreviations: WordTable;
  /** First words of a line that names the author or the agency. */
  readonly bylines: WordTable;
  /** Labels of questions and answers in an interview: "Q:", "A:". */
  readonly questionLabels: WordTable;
  readonly answerLabels: WordTable;
  /** Words of a sentence that introduces an interview. */
  readonly interviews: WordTable;
  readonly femaleNames: WordTable;
  readonly maleNames: WordTable;
  /** Offices that say nothing of whose they are: "the official". */
  readonly genericRoles: WordTable;
  /** Noun → title before the name: "the doctor" is Dr. N. */
  readonly spokenTitles: ReadonlyMap<string, string>;
  /** Two ways of naming one office: "міський голова", "мер". */
  readonly sameOffices: readonly (readonly [readonly string[], readonly string[]])[];
  /** Words that make a description somebody told of before. */
  readonly definite: WordTable;
  /** Words after which a name stands in another case. */
  readonly caseNouns: WordTable;
  readonly genderOfName: (first: string, last: string) => 'male' | 'female' | null;
  readonly femaleRoles: WordTable;
  readonly maleRoles: WordTable;
  /** The dictionary form of a name that stands in another case. */
  /** The part of a name that its cases share. */
  readonly nameKey: (word: string) => string;
  /** The part of a place's name that its cases share. */
  readonly placeKey: (word: string) => string;
  /** The dictionary form of a description: "обласній прокуратурі" → "обласна прокуратура". */
  readonly nominative: (phrase: string) => string;
  readonly baseName: (name: readonly string[]) => readonly string[];
  readonly dates: DateWords;
  readonly numbers: NumberWords;
  readonly quantities: QuantityWords;
  readonly modality: ModalityWords;
  readonly scene: SceneWords;
  readonly channels: ChannelWords;
  readonly reconciliation: ReconciliationWords;
}
