import type { ChannelWords, ModalityWords, SceneWords } from '../language.ts';
import { pairs, words } from '../word-table.ts';

export const modality: ModalityWords = {
  forecast: words("will expected expects expect likely unlikely going tomorrow soon forecast predicted predicts won't 'll anticipated anticipate shall"),
  intent: words('should must plan plans planned planning intend intends intended need needs ought asked urged urging ordered demand demanded vowed promised pledged aims aim let seek seeks seeking call called-for request requested propose proposed'),
  estimate: words('probable probably may might could possible possibly estimated estimate estimates believed believe believes perhaps maybe appears appear appeared seems seem suggests suggest presumably suspected apparently roughly likely thought'),
  allegation: words('genocide crime crimes atrocity atrocities terrorism terrorist accused accuse accusing blame blamed guilty responsible executed executions massacre massacred murder murdered murders illegally illegal criminal negligence negligent deliberately perpetrators perpetrator culprits culpable fault violated violation unlawful cover-up covered-up'),
  denial: words('denied denies deny denying dismissed rejected refuted untrue false fabricated fake baseless unfounded rumour rumors rumours hoax'),
};

export const scene: SceneWords = {
  matter: words('grave* burial* buried bury body bodies corpse* remains skeleton* skull* bone* exhum* dead death* died killed victim* cemeter* cross crosses coffin* morgue mortuary tomb* missing pit pits trench* toll survivor* excavat* forensic dna identif* massacre* mound* dug shroud* autopsy autopsies drowned landslide rubble wreckage shaft ditch counted recovered uncovered unearthed unaccounted tank* emplacement* airstrike*'),
  remains: words('body bodies corpse corpses remains skeleton skeletons skull skulls bone bones deaths fatalities'),
  sites: words('grave graves burial cemetery site pit trench mine shaft forest orchard field church churchyard school riverbank quarry well ravine ditch morgue monastery barracks prison camp graveyard mound landfill'),
  notPlaces: words('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december telegram facebook twitter instagram youtube x dna who i god english russian ukrainian'),
  placePrepositions: words('in near at outside from around of to'),
  placeKinds: words('region city town village district province county oblast municipality state island valley'),
};

export const channels: ChannelWords = {
  media: pairs(`statement:press_statement statements:press_statement briefing:press_briefing conference:news_conference interview:interview video:video post:social_media_post posts:social_media_post message:message
    address:address speech:speech update:update report:report letter:letter telephone:telephone phone:telephone call:telephone email:e-mail e-mail:e-mail television:television tv:television radio:radio broadcast:broadcast
    channel:broadcast page:social_media_post account:social_media_post blog:blog website:website hearing:hearing court:court testimony:testimony tweet:social_media_post release:press_statement newsletter:newsletter
    podcast:podcast livestream:video article:article column:article remarks:remarks comments:remarks comment:remarks note:note bulletin:bulletin session:hearing meeting:meeting ceremony:ceremony news:news_report`),
  platforms: pairs('telegram:Telegram facebook:Facebook twitter:Twitter instagram:Instagram youtube:YouTube viber:Viber whatsapp:WhatsApp tiktok:TikTok vk:VK linkedin:LinkedIn x:X'),
  press: words('reporters journalists reporter press media newsmen correspondents'),
  followers: words('posted published released broadcast aired carried on to with by for from issued shared recorded given dated sent addressed seen obtained'),
  prepositions: words('in on at via during by through to over'),
};
