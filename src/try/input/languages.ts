import { isSameLanguage, normalizeLanguage } from '../../model/language.js';
import { byId } from '../../view/page/dom.js';

/** The languages that were chosen. */
export interface ChosenLanguages {
  readonly srcLang: string;
  readonly trgLang?: string;
}

/** The fields for languages. */
export interface LanguageFields {
  /** What they say; `undefined` where that is no language, which is said beside the field. */
  read(): ChosenLanguages | undefined;
  /** Puts back what is usual. */
  clear(): void;
}

export function languageFields(): LanguageFields {
  const source = byId('src-lang', HTMLInputElement);
  const target = byId('trg-lang', HTMLInputElement);
  const complain = (field: HTMLInputElement, message: string): void => {
    byId(`${field.id}-wrong`, HTMLParagraphElement).textContent = message;
    field.setAttribute('aria-invalid', String(message !== ''));
    if (message === '') return;
    const details = field.closest('details');
    if (details !== null) details.open = true;
    field.focus();
  };
  return {
    read() {
      const srcLang = normalizeLanguage(source.value.trim());
      const asked = target.value.trim();
      const trgLang = asked === '' ? undefined : normalizeLanguage(asked);
      complain(target, '');
      complain(source, srcLang === undefined ? `${source.value} is no language; give a tag such as en-US.` : '');
      if (srcLang === undefined) return undefined;
      if (asked === '') return { srcLang };
      if (trgLang === undefined) complain(target, `${asked} is no language; give a tag such as ja-JP.`);
      else if (isSameLanguage(srcLang, trgLang)) complain(target, `${trgLang} is the source language, too.`);
      else return { srcLang, trgLang };
      return undefined;
    },
    clear() {
      source.value = 'en-US';
      target.value = '';
    },
  };
}
