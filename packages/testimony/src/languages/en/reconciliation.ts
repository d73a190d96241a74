import type { ReconciliationWords } from '../language.ts';
import { pairs, words } from '../word-table.ts';

export const reconciliation: ReconciliationWords = {
  stopWords: words(`the a an this that these those his her its their our and or but of in on at by for from with to into over under near was were is are be been being has have had will would could may might must
    should do did does not no also as it he she they we i who which there here what when where while after before since until than then so some any all most more many much other another such said says say told
    one two three out up down off about around just only very still now yet only including among them him us you your my me if because already between both each few own same too during`),
  genericStems: words('grav* bod* burial* sit* mass* found* find* peopl* person* pers* remain* plac* area* cit* town* villag* region* official* state* countr* day* week* report* number* total* dead* death* victim* discover* local* new* recent* civil* kill* troop* milit* soldie* easter* wester* southe* northe* mayor* minist* made* part* get* tak* show* hav*'),
  stemLength: 6,
  states: pairs(`exhumed:exhumed exhumation:exhumed recovered:exhumed lifted:exhumed removed:exhumed unearthed:exhumed retrieved:exhumed extracted:exhumed pulled:exhumed
    found:found discovered:found located:found detected:found uncovered:found counted:found seen:found lying:found there:found number:found contains:found containing:found contained:found holds:found
    identified:identified recognised:identified recognized:identified named:identified examined:examined inspected:examined tortured:torture torture:torture killed:killed died:killed dead:killed murdered:killed shot:killed
    missing:missing unaccounted:missing buried:buried reburied:reburied injured:injured wounded:injured evacuated:evacuated returned:returned abducted:abducted detained:detained arrested:detained rescued:rescued survived:rescued`),
  negations: words("not never no hasn't haven't weren't wasn't isn't aren't without"),
  remainsTold: words('remains body bodies grave graves buried bury'),
  speculative: words('may might could can would will expect expects expected predict* forecast* likely fear feared fears until'),
  phases: words('continu* complet* finish* end ends ended ending close closes closing conclud* begin* began begun start* resum* suspend* halt* stopped over wrap*'),
  events: words('exhum* search* excavat* dig* identif* investigat* rescu* recover* survey* demin* burial* reburial*'),
  opposed: [[words('unmarked nameless anonymous unnamed'), words('name names handwritten inscribed inscriptions numbered plaque plaques')]],
  markedThings: words('grave graves cross crosses mound mounds handwritten'),
};
