import { pairs, words } from '../word-table.ts';

const singular = `official officer spokesman spokeswoman spokesperson mayor governor minister president premier chancellor secretary ambassador prosecutor investigator expert specialist researcher
  archaeologist anthropologist pathologist coroner doctor physician nurse surgeon scientist professor historian analyst lawyer attorney judge detective inspector sergeant colonel general captain
  lieutenant major commander soldier serviceman fighter policeman policewoman sapper rescuer firefighter paramedic volunteer worker digger gravedigger undertaker priest pastor bishop monk imam
  resident villager local neighbour neighbor witness eyewitness survivor relative mother father son daughter brother sister wife husband widow widower aunt uncle grandmother grandfather cousin grandson granddaughter nephew niece stepson stepdaughter godfather godson stepfather stepmother fiance fiancee in-law
  teacher farmer driver miner engineer manager director chief head chair chairman chairwoman chairperson deputy adviser advisor aide envoy rapporteur commissioner ombudsman ombudswoman representative
  delegate coordinator leader member mp lawmaker councillor councilor senator deputy journalist reporter correspondent editor photographer author man woman girl boy person source student prisoner
  refugee shepherd fisherman diver geologist surveyor technician consultant founder boss supervisor foreman clerk superintendent sheriff marshal guard caretaker parishioner nun rabbi elder
  counsellor counselor activist campaigner pensioner retiree owner speaker friend colleague one hunter technologist contractor operator councillor counsel keeper gravedigger monitor chairperson treasurer seismologist meteorologist hydrologist biologist geneticist odontologist
  guard bystander passerby passer-by onlooker baker butcher carpenter mechanic electrician shopkeeper trader vendor merchant waiter cook barber tailor weaver blacksmith welder builder bricklayer mason labourer laborer porter janitor cleaner housewife
  herder herdsman beekeeper forester ranger logger sailor skipper pilot dispatcher clergyman cleric deacon abbot missionary preacher chaplain mufti mullah interpreter translator librarian archivist registrar accountant economist
  sociologist demographer philosopher writer poet filmmaker musician artist architect designer coach midwife pharmacist dentist veterinarian psychologist psychiatrist orphan veteran conscript partisan rebel militant militiaman insurgent
  defector deserter informant whistleblower detainee inmate captive hostage victim patient pupil apprentice lecturer principal headmaster headmistress rector dean trustee auditor examiner magistrate plaintiff defendant consul emissary mediator
  negotiator observer peacekeeper marine corporal trooper gendarme constable warden jailer suspect convict nominee candidate successor predecessor counterpart spokesperson tenant landlord landowner caller passenger tourist guide imam sheikh`;

export const roles = words(`${singular} men women people spokesmen spokeswomen servicemen policemen firemen fishermen children wives`);
const agentive = /(?:ists?|ologers?|keepers?|makers?|holders?|workers?|leaders?|men|women|man|woman|icians?|graphers?|ologists?)$/;

/** A word for a person by what they are: listed, its plural, or by its ending. */
export const isRole = (norm: string): boolean => roles.has(norm) || (norm.includes('-') && norm.split('-').some((part) => roles.has(part))) || (norm.endsWith('s') && roles.has(norm.slice(0, -1))) || (norm.endsWith('ies') && roles.has(`${norm.slice(0, -3)}y`)) || (norm.length > 6 && agentive.test(norm));
const plurals = words('police people men women children authorities spokesmen servicemen policemen firemen fishermen media press military');
export const isPlural = (norm: string): boolean => plurals.has(norm) || (norm.endsWith('s') && !norm.endsWith('ss') && !norm.endsWith("'s") && !norm.endsWith('us'));

export const titles = words(`mr mrs ms miss dr prof professor president premier minister chancellor mayor governor prosecutor general attorney secretary ambassador colonel col gen lieutenant lt captain
  capt sergeant sgt major maj commander chief officer detective inspector superintendent sheriff judge justice senator sen representative rep councillor bishop archbishop father fr rev reverend pastor sister
  king queen prince princess pope imam sheikh sir dame lord lady deputy vice prime foreign defence defense interior health first acting former spokesman spokeswoman spokesperson director chairman chairwoman
  commissioner rapporteur special head adviser advisor coroner doctor researcher investigator expert historian archaeologist anthropologist pathologist resident villager survivor journalist reporter
  correspondent lawyer analyst activist volunteer rescuer teacher farmer widow mother brother brigadier admiral marshal engineer manager foreman leader member lawmaker mp regional state
  national federal local district county provincial police military civil city town village parish professor emeritus sapper digger geologist priest monk witness neighbour neighbor miner`);

export const organisations = words(`ministry office agency police service services centre center university institute institution commission committee council department department's administration authority
  authorities government cabinet parliament assembly court tribunal army navy force forces command headquarters staff prosecutor's team mission organisation organization foundation association union
  federation society party company corporation nation nations community church diocese monastery hospital laboratory school college academy museum bureau board directorate inspectorate fund bank press
  post times news herald tribune gazette broadcaster television channel radio network group watch cross crescent amnesty international bloc alliance kremlin house embassy consulate municipality hall
  opposition registry archive archives battalion brigade regiment unit guard militia movement front syndicate trust league initiative project programme program mine operator coalition secretariat ombudsman's defence defense prosecution weekly daily newspaper magazine council airline firm charity tribe clinic observatory crew`);
export const organisationAbbreviations = words('un who nato osce unhcr ohchr icrc icmp unitad fbi cia bbc cnn afp ap eu icc icj ngo msf unicef');
export const groups = words(`officials authorities police investigators prosecutors residents locals villagers witnesses eyewitnesses survivors relatives families rescuers experts specialists doctors medics
  scientists archaeologists anthropologists pathologists workers volunteers soldiers troops activists journalists reporters lawyers neighbours neighbors leaders elders lawmakers critics others some many
  people men women engineers diplomats sources analysts historians miners monks nuns parishioners campaigners organisers organizers parents mothers fathers widows teachers firefighters sappers both
  groups organisations organizations agencies companies charities parties owners pilots fishermen engineers medics monitors diggers volunteers lawmakers farmers drivers observers researchers detectives coroners judges ministers spokesmen members representatives aides advisers`);
export const documents = words(`report statement document documents records record letter study survey data figures census indictment verdict ruling judgment judgement memo communique communiqué release
  list lists register journal diary archive archives account accounts transcript footage image images imagery photographs bulletin dossier investigation inquiry website post message article newspaper
  manifesto notice decree order file files reports statistics findings analysis poll paper`);
export const governments = words(`moscow kyiv kiev kremlin washington beijing london paris berlin warsaw ankara tehran baghdad damascus belgrade sarajevo pristina zagreb vienna rome madrid brussels tripoli
  cairo khartoum addis kigali bogota bogotá brasilia mexico guatemala lima manila jakarta tokyo seoul pyongyang islamabad delhi kabul ottawa canberra geneva minsk vilnius riga tallinn prague budapest
  bucharest sofia athens lisbon dublin oslo stockholm helsinki copenhagen jerusalem riyadh doha beirut amman
  russia ukraine poland germany france britain turkey türkiye iran iraq syria serbia bosnia kosovo croatia austria italy spain libya egypt sudan ethiopia rwanda colombia brazil peru philippines indonesia
  japan korea china india pakistan afghanistan canada australia belarus lithuania latvia estonia czechia hungary romania bulgaria greece portugal ireland norway sweden finland denmark israel lebanon jordan
  america argentina chile bolivia nigeria kenya somalia mali congo uganda cambodia vietnam myanmar nepal bangladesh georgia armenia azerbaijan moldova`);
export const femaleRoles = words('spokeswoman policewoman chairwoman woman mother daughter sister wife widow aunt grandmother ombudswoman girl nun mrs ms miss queen princess dame lady congresswoman businesswoman actress councilwoman');
export const maleRoles = words('spokesman policeman chairman man father son brother husband widower uncle grandfather boy mr king prince sir lord monk congressman businessman serviceman fisherman foreman priest imam councilman');
export const femaleNames = words(`mary anna ann anne maria marie sarah sara elizabeth emma olivia jane jennifer linda susan karen nancy lisa margaret helen ruth laura michelle amy angela melissa rebecca deborah carolyn
  christine catherine katherine kate iryna irina olena elena olga olha natalia nataliia natalie nadezhda nadiia tetiana tatiana svitlana svetlana oksana halyna galina liudmyla lyudmila valentyna yulia yuliia
  kateryna viktoria viktoriia hanna lesia larysa fatima aisha leila amina zainab mariam khadija layla nadia rosa carmen ana isabel lucia elena sofia gabriela claudia patricia mercedes teresa ingrid astrid
  freya helga greta birgit ursula petra eva ewa agnieszka malgorzata katarzyna mei ling yuki keiko sakura priya anjali sunita lakshmi grace joy faith hope esther rachel hannah leah naomi miriam judith alice
  claire charlotte chloe julie sophie camille florence joan barbara dorothy sandra donna carol janet diane heather amelia mia ivana jelena dragana milica vesna amra selma emina elif ayse zeynep`);
export const maleNames = words(`john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george edward
  peter henry frank igor ihor oleh oleg volodymyr vladimir valerii valeriy viktor victor mykola nikolai petro serhii serhiy sergei sergey andriy andrii andrey oleksandr alexander dmytro dmitry ivan yuriy
  yurii yuri vasyl pavlo bohdan mykhailo taras roman denys maksym anton karim ahmed ahmad mohammed muhammad mohamed omar ali hassan hussein ibrahim yusuf khalid abdul mustafa jose josé juan carlos luis miguel
  pedro jorge antonio francisco manuel diego fernando javier rafael hans klaus jurgen jürgen stefan wolfgang lars erik sven bjorn olaf jan piotr tomasz pawel andrzej krzysztof wei hiroshi takeshi kenji raj
  amit sanjay ravi simon martin philip patrick sean liam jack harry oliver leo noah samuel benjamin adam luke isaac jacob aaron moses goran dragan milan zoran nikola marko emir mehmet kemal murat ben tom tim`);
export const genericRoles = words('official man woman leader expert witness survivor resident villager specialist officer scientist politician investigator researcher');
export const spokenTitles = pairs('doctor:dr professor:prof colonel:col general:gen lieutenant:lt captain:capt sergeant:sgt governor:gov senator:sen reverend:rev');
export const definite = words('the this that his her its their these those');
export const caseNouns = words('');
export const genderOfName = (first: string, last: string): 'male' | 'female' | null => {
  if (femaleNames.has(first)) return 'female';
  if (maleNames.has(first)) return 'male';
  if (/(?:ova|eva|ska|skaya|ina|ivna)$/.test(last)) return 'female';
  if (/(?:ov|ev|sky|skyi|skiy)$/.test(last)) return 'male';
  return null;
};
export const spokenDocuments = words('');
export const sameOffices: readonly (readonly [readonly string[], readonly string[]])[] = [[['premier'], ['prime', 'minister']], [['police', 'chief'], ['chief']]];
