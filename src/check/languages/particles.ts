/** Words that join or place others, of languages that names of a user interface are translated into: none is a name. */
const particles: Readonly<Record<string, string>> = {
  de: 'ab als am an auf aus bei bis das dem den der des die durch ein eine einem einen einer für im in ist mit nach oder über um und unter von vor zu zum zur',
  fr: 'à au aux avec dans de des du en et la le les ou par pour sous sur un une vers',
  es: 'a al con de del el en la las los o para por sobre un una y',
  pt: 'a ao as com da das de do dos e em na nas no nos o os ou para por um uma',
  it: 'a al alla con da dal dalla dei del della di e ed il in la le lo nel nella o per su sul un una',
  nl: 'aan als bij de door een en het in met naar of om op te tot uit van voor',
  sv: 'av att den det en ett för från i med och om på till under vid',
  pl: 'a albo dla do i lub na o od po przez w z za ze',
  cs: 'a do k na nebo o od po pro s u v z za ze',
  ru: 'в во для до и из или к на о об от по при с со у',
  ja: 'が から で と に の は へ まで も や より を または および',
  zh: '上 下 中 为 了 从 以 到 则 后 和 在 对 将 并 或 把 的 与 為 從 後 對 將 並 與',
  ko: '가 과 까지 는 도 로 를 부터 에 에서 와 으로 은 을 의 이 및 또는',
  th: 'กับ ของ จะ จาก ซึ่ง ด้วย ได้ ตาม ที่ บน เป็น เพื่อ และ แล้ว โดย ใน ให้ หรือ',
  tr: 'bir da de için ile ve veya',
};

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(particles).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** English words of that kind; in bold, they are meant. */
const english: ReadonlySet<string> = new Set(
  'a after all an and any as at before by each either for from go if in into is it no not of off on one only or out over so than that the then this to under until up via with within without yes you'.split(
    ' ',
  ),
);

/** Whether a text is one such word of a language. */
export function isParticle(text: string, language: string | undefined): boolean {
  const [primary = ''] = language?.toLowerCase().split('-') ?? [];
  return sets.get(primary)?.has(text.toLowerCase()) === true;
}

/** Whether a text in English is one such word. */
export function isEnglishParticle(text: string): boolean {
  return english.has(text.toLowerCase());
}
