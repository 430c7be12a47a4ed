import { syntaxOfText } from '../read/carriers/choose-syntax.js';
import { byId, countOf } from '../view/page/dom.js';
import type { Example } from './document.js';
import { type GivenFile, textFile } from './input/given-file.js';
import { type LanguageFields, languageFields } from './input/languages.js';
import { chosenFiles, chosenFolder, droppedFiles, type Given } from './input/open-files.js';
import { type Reading, readAll } from './read/read-all.js';
import { createDownloads } from './show/downloads.js';
import { createMessages } from './show/messages.js';
import { createReviewFrame, filesInPage } from './show/review-frame.js';

function start(): void {
  const status = byId('status', HTMLParagraphElement);
  const say = (text: string): void => {
    const isShown = !byId('result', HTMLElement).hidden;
    (isShown ? byId('summary', HTMLParagraphElement) : status).textContent = text;
  };
  const languages = languageFields();
  const show = createResult(say);
  /** What was asked for last: an earlier one that takes longer is not shown any more. */
  let turn = 0;
  const take = async (asked: Promise<Given> | Given): Promise<void> => {
    const own = ++turn;
    const chosen = languages.read();
    if (chosen === undefined) return;
    try {
      const { files, left } = await asked;
      if (files.length === 0) return say('No file was given, or none that may be an article by its name.');
      const reading = await readAll(files, chosen, (done) => {
        if (own === turn && files.length > 1) say(`Read ${done} of ${countOf(files.length, 'file')}.`);
      });
      if (own === turn) show(reading, left);
    } catch (error) {
      say(`Not read: ${error instanceof Error ? error.message : error}`);
    }
  };
  listen(take, languages);
  byId('licenses', HTMLPreElement).textContent = document.getElementById('licenses-text')?.textContent ?? '';
}

/** Listens to all the ways in which articles come. */
function listen(take: (given: Promise<Given> | Given) => void, languages: LanguageFields): void {
  const article = byId('article', HTMLTextAreaElement);
  const files = byId('files', HTMLInputElement);
  const folder = byId('folder', HTMLInputElement);
  const takeText = (file: GivenFile): void => take({ files: [file], left: 0 });
  const takePasted = (): void => {
    const text = article.value;
    if (text.trim() === '') article.focus();
    else takeText(textFile(`pasted${syntaxOfText(text, undefined).extensions[0] ?? '.md'}`, text));
  };
  byId('paste', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    takePasted();
  });
  article.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData !== null && clipboardData.files.length > 0) take(chosenFiles(clipboardData.files));
    // What is pasted is there only after the event. Whoever corrects a text is not interrupted.
    else if (article.value.trim() === '') setTimeout(takePasted);
  });
  byId('open-files', HTMLButtonElement).addEventListener('click', () => files.click());
  byId('open-folder', HTMLButtonElement).addEventListener('click', () => folder.click());
  const takeChosen = (input: HTMLInputElement, given: (files: FileList) => Given): void => {
    if (input.files === null || input.files.length === 0) return;
    take(given(input.files));
    // The same file can be chosen again.
    input.value = '';
  };
  files.addEventListener('change', () => takeChosen(files, chosenFiles));
  folder.addEventListener('change', () => takeChosen(folder, chosenFolder));
  byId('show-example', HTMLButtonElement).addEventListener('click', () => {
    const { path, text } = JSON.parse(document.getElementById('example')?.textContent ?? 'null') as Example;
    article.value = text;
    languages.clear();
    takeText(textFile(path, text));
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.documentElement.classList.add('dragged');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) document.documentElement.classList.remove('dragged');
  });
  document.addEventListener('drop', (event) => {
    document.documentElement.classList.remove('dragged');
    const { dataTransfer } = event;
    if (dataTransfer === null || dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(droppedFiles(dataTransfer));
  });
}

/** Shows what was read: the pairs, or the reasons why there are none. */
function createResult(say: (text: string) => void): (reading: Reading, left: number) => void {
  const startView = byId('start', HTMLElement);
  const result = byId('result', HTMLElement);
  const heading = byId('result-name', HTMLHeadingElement);
  const frame = createReviewFrame(byId('review', HTMLIFrameElement), filesInPage());
  const downloads = createDownloads(byId('bar', HTMLElement), say);
  const change = (hasResult: boolean): void => {
    startView.hidden = hasResult;
    result.hidden = !hasResult;
    document.documentElement.classList.toggle('with-result', hasResult);
  };
  byId('again', HTMLButtonElement).addEventListener('click', () => {
    change(false);
    byId('article', HTMLTextAreaElement).focus();
  });
  return (reading, left) => {
    const { files, pairs } = reading;
    const [only] = files;
    const isOne = files.length === 1 && only !== undefined;
    const title = isOne ? only.path : countOf(files.length, 'article');
    const hasPairs = pairs.found > 0;
    change(hasPairs);
    const place = byId(hasPairs ? 'result-messages' : 'start-messages', HTMLElement);
    const messages = createMessages(reading, !hasPairs, hasPairs ? frame.reveal : undefined);
    place.replaceChildren();
    if (messages !== undefined) place.append(messages);
    const skipped = pairs.found - pairs.exported;
    const words = [
      countOf(pairs.found, 'pair'),
      ...(skipped === 0 ? [] : [`${skipped} of them left out`]),
      ...languagesOf(reading),
      ...(left === 0 ? [] : [`${countOf(left, 'file')} more than this page takes: use the command`]),
    ];
    say(`${words.join(' · ')}`);
    if (!hasPairs) return;
    heading.textContent = title;
    const name = isOne ? only.path.slice(only.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '') : 'articles';
    downloads.show({ reading, name, page: frame.show(reading, title) });
    heading.focus();
  };
}

/** The target languages that there are. */
function languagesOf({ articles }: Reading): readonly string[] {
  const tags = new Set(articles.flatMap(({ localization }) => localization.trgLang ?? []));
  return tags.size === 0 ? [] : [tags.size > 3 ? `${tags.size} languages` : [...tags].join(', ')];
}

start();
