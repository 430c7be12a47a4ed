/** What is exported and takes no input from the world, or takes it by way of an entry, with the reason. */
export const exempt: Readonly<Record<string, string>> = {
  normalizeLanguage: 'takes a language tag, which is an option or a value of the front matter; `parseArticle` calls it',
  articleOf: 'takes a part out of a result, as mergedOf and diagnosticsOf do',
  diagnosticsOf: 'see articleOf',
  mergedOf: 'see articleOf',
  rangeIn: 'adds two numbers',
  CorpusError: 'is an error',
  entriesToString: 'takes data that a caller made; a text is written as those of an article are',
  checkFiles: 'calls parseArticle, checkArticle, validateXliff and validateTmx for each file',
  exportCorpus: 'calls parseArticle and the exporters for each file',
  findArticles: 'lists files',
  mergeCorpus: 'calls parseArticle, mergeXliff and mergeTmx for each article',
  mergeFile: 'calls parseArticle, mergeXliff and mergeTmx',
  readArticles: 'calls parseArticle for each file',
  splitCorpus: 'calls parseArticle and splitArticle for each file',
  viewCorpus: 'calls parseArticle, checkArticle and what viewToHtml does for each file',
};
