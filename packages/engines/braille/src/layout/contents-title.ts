const TITLES: Readonly<Record<string, string>> = {
  ko: '차례', en: 'Contents', de: 'Inhalt', fr: 'Sommaire', es: 'Índice', it: 'Indice', pt: 'Índice', nl: 'Inhoud', da: 'Indhold', sv: 'Innehåll',
  nb: 'Innhold', pl: 'Spis treści', ru: 'Содержание', uk: 'Зміст', ja: 'もくじ',
}; // prettier-ignore

/** The words above the contents for who reads a code of this language (BCP 47): English where no other are known. */
export const contentsTitleOf = (language: string | undefined): string =>
  TITLES[language?.split('-')[0]?.toLowerCase() ?? ''] ?? 'Contents';
