import type { Voice } from '../contract.ts';

/** The voices of espeak-ng as it is packaged: its own name, BCP 47, what it is called. A test compares this with the engine. */
const ROWS = `
af|af|Afrikaans
am|am|Amharic
an|an|Aragonese
ar|ar|Arabic
as|as|Assamese
az|az|Azerbaijani
ba|ba|Bashkir
be|be|Belarusian
bg|bg|Bulgarian
bn|bn|Bengali
bpy|bpy|Bishnupriya Manipuri
bs|bs|Bosnian
ca|ca|Catalan
ca-ba|ca|Catalan (Balearic)
ca-nw|ca|Catalan (North-western)
ca-va|ca|Catalan (Valencian)
chr|chr|Cherokee
cmn|zh|Chinese (Mandarin, latin as English)
cmn-Latn-pinyin|zh-Latn|Chinese (Mandarin, latin as Pinyin)
cs|cs|Czech
cv|cv|Chuvash
cy|cy|Welsh
da|da|Danish
de|de|German
el|el|Greek
en-029|en-029|English (Caribbean)
en|en-GB|English (Great Britain)
en-GB-scotland|en-GB|English (Scotland)
en-GB-x-gbclan|en-GB|English (Lancaster)
en-GB-x-gbcwmd|en-GB|English (West Midlands)
en-GB-x-rp|en-GB|English (Received Pronunciation)
en-US|en-US|English (America)
en-US-nyc|en-US|English (America, New York City)
eo|eo|Esperanto
es|es-ES|Spanish (Spain)
es-419|es-419|Spanish (Latin America)
et|et|Estonian
eu|eu|Basque
fa|fa|Persian
fa-Latn|fa-Latn|Persian (Pinglish)
fi|fi|Finnish
fo|fo|Faroese
fr-BE|fr-BE|French (Belgium)
fr-CH|fr-CH|French (Switzerland)
fr|fr-FR|French (France)
ga|ga|Gaelic (Irish)
gd|gd|Gaelic (Scottish)
gn|gn|Guarani
grc|grc|Greek (Ancient)
gu|gu|Gujarati
hak|hak|Hakka Chinese
haw|haw|Hawaiian
he|he|Hebrew
hi|hi|Hindi
hr|hr|Croatian
ht|ht|Haitian Creole
hu|hu|Hungarian
hy|hy|Armenian (East Armenia)
hyw|hyw|Armenian (West Armenia)
ia|ia|Interlingua
id|id|Indonesian
io|io|Ido
is|is|Icelandic
it|it|Italian
ja|ja|Japanese
jbo|jbo|Lojban
ka|ka|Georgian
kaa|kaa|Karakalpak
kk|kk|Kazakh
kl|kl|Greenlandic
kn|kn|Kannada
ko|ko|Korean
kok|kok|Konkani
ku|ku|Kurdish
ky|ky|Kyrgyz
la|la|Latin
lb|lb|Luxembourgish
lfn|lfn|Lingua Franca Nova
lt|lt|Lithuanian
ltg|ltg|Latgalian
lv|lv|Latvian
mi|mi|Māori
mk|mk|Macedonian
ml|ml|Malayalam
mr|mr|Marathi
ms|ms|Malay
mt|mt|Maltese
mto|mto|Totontepec Mixe
my|my|Myanmar (Burmese)
nb|nb|Norwegian Bokmål
nci|nci|Nahuatl (Classical)
ne|ne|Nepali
nl|nl|Dutch
nog|nog|Nogai
om|om|Oromo
or|or|Oriya
pa|pa|Punjabi
pap|pap|Papiamento
piqd|tlh-Piqd|Klingon
pl|pl|Polish
pt|pt-PT|Portuguese (Portugal)
pt-BR|pt-BR|Portuguese (Brazil)
py|mis|Pyash
qdb|mis|Lang Belta
qu|qu|Quechua
quc|quc|K'iche'
qya|qya|Quenya
ro|ro|Romanian
ru|ru|Russian
ru-cl|ru|Russian (Classic)
ru-LV|ru-LV|Russian (Latvia)
sd|sd|Sindhi
shn|shn|Shan (Tai Yai)
si|si|Sinhala
sjn|sjn|Sindarin
sk|sk|Slovak
sl|sl|Slovenian
smj|smj|Lule Saami
sq|sq|Albanian
sr|sr|Serbian
sv|sv|Swedish
sw|sw|Swahili
ta|ta|Tamil
te|te|Telugu
th|th|Thai
ti|ti|Tigrinya
tk|tk|Turkmen
tn|tn|Setswana
tr|tr|Turkish
tt|tt|Tatar
ug|ug|Uyghur
uk|uk|Ukrainian
ur|ur|Urdu
uz|uz|Uzbek
vi|vi|Vietnamese (Northern)
vi-VN-x-central|vi|Vietnamese (Central)
vi-VN-x-south|vi|Vietnamese (Southern)
xex|mis|xextan-test
yue|yue|Chinese (Cantonese)
yue-Latn-jyutping|yue-Latn-jyutping|Chinese (Cantonese, latin as Jyutping)
`;

export const ESPEAK_VOICES: readonly Voice[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [own = '', language = '', name = ''] = row.split('|');
    const facts = { engine: 'ESPEAK_NG', licence: 'GPL-3.0-or-later', hasPitch: true, tellsWords: true } as const;
    return { id: `espeak-ng:${own}`, language, name, ...facts };
  });
