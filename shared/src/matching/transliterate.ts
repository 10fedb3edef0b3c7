/** Pairs "letter latin", separated by blanks; an empty Latin side is written as a full stop. */
const table = (pairs: string): ReadonlyMap<string, string> => {
  const cells = pairs.trim().split(/\s+/);
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < cells.length; i += 2) map.set(cells[i]!, cells[i + 1] === "." ? "" : cells[i + 1]!);
  return map;
};

// South Slavic spelling without diacritics: the Cyrillic and the Latin Serbian word become the same string.
const cyrillicSlavic = table(`
  а a б b в v г g ґ g д d ђ dj е e ё e є je ж z з z и i і i ї i й j ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c
  у u ў u ф f х h ц c ч c џ dz ш s щ st ъ a ы i ь . э e ю ju я ja ѓ gj ќ kj ѕ dz ’ . ʼ .`);
const cyrillicEnglish = table("ж zh й y ї yi є ye х kh ц ts ч ch џ dzh ш sh щ shch ъ . ы y ю yu я ya");
const cyrillicUkrainian = table("и y г h");

const otherScripts = table(`
  ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz
  წ ts ჭ ch ხ kh ჯ j ჰ h
  ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j
  ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k և ev օ o ֆ f
  ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ک k ل l
  م m ن n ه h و u ي i ی i ى a ة a ء . ئ . ؤ u پ p چ ch ژ zh گ g`);

const cyrillic = /\p{Script=Cyrillic}/u;
const transliterable = /[\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Arabic}]/u;

function write(text: string, ...tables: readonly ReadonlyMap<string, string>[]): string {
  let latin = "";
  for (const letter of text) {
    const found = tables.find((candidate) => candidate.has(letter));
    latin += found ? found.get(letter)! : letter;
  }
  return latin;
}

/**
 * Latin spellings of a text in Cyrillic, Georgian, Armenian or Arabic letters (Umschrift): South Slavic and English
 * style for Cyrillic, one for the others.
 * @param text lower case, composed (NFC)
 * @param language BCP 47 base tag; `uk` reads и as y and г as h
 * @returns none for a text that needs none, e.g. Latin or Devanagari; never throws
 */
export function transliterations(text: string, language: string): string[] {
  if (!transliterable.test(text)) return [];
  if (!cyrillic.test(text)) return [write(text.replaceAll("ու", "u"), otherScripts)];
  const own = language === "uk" ? [cyrillicUkrainian] : [];
  return [write(text, cyrillicSlavic), write(text, ...own, cyrillicEnglish, cyrillicSlavic)];
}
