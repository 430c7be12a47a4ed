import { ownText } from '../../../model/compact/own-text.js';
import type { Code, CodeEnd, CodeStart, Content, Inline, Placeholder } from '../../../model/content.js';
import type { CodeForm } from './forms.js';
import type { CodeIds } from './ids.js';
import type { Shown } from './shown.js';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Start = Writable<CodeStart>;
type End = Writable<CodeEnd>;

/** Puts a content together as its pieces come. Nothing of it is a part of the document's text. */
export interface ContentBuilder {
  /** A side of the unit starts. */
  start(): void;
  text(text: string): void;
  placeholder(name: string | undefined, form: CodeForm, data: string, shown: Shown, assoc?: Placeholder['assoc']): void;
  /** The first half of a pair; `pair` is what its other half names it by. */
  open(name: string | undefined, pair: string, form: CodeForm, data: string): void;
  /** The other half; `form` and `name` are for one whose first half has not come, but stands in another segment. */
  close(pair: string, form: CodeForm, data: string, name?: string): void;
  /** A half whose other half is elsewhere. */
  isolated(kind: 'sc' | 'ec', name: string | undefined, form: CodeForm, data: string): void;
  /** The content of the side. */
  end(): Content;
}

/** No code stands in an article. */
const nowhere = { start: 0, end: 0 } as const;

/** More pairs that are open are looked for by their names. */
const mostSearched = 16;

export function createContentBuilder(ids: CodeIds): ContentBuilder {
  let content: Inline[] = [];
  let pending = '';
  let opened: { readonly pair: string; readonly code: Start }[] = [];
  let byPair: Map<string, Start[]> | undefined;

  const flush = (): void => {
    if (pending === '') return;
    content.push({ kind: 'text', text: own(pending) });
    pending = '';
  };
  const add = (code: Code): void => {
    flush();
    content.push(code);
  };
  /** The last one of that name that is open. */
  const closes = (pair: string): Start | undefined => {
    if (byPair !== undefined) return byPair.get(pair)?.pop();
    for (let at = opened.length - 1; at >= 0; at--) {
      const each = opened[at];
      if (each?.pair !== pair) continue;
      opened.splice(at, 1);
      return each.code;
    }
    return undefined;
  };
  const remember = (pair: string, code: Start): void => {
    if (byPair !== undefined) addTo(byPair, pair, code);
    else if (opened.push({ pair, code }) > mostSearched) {
      byPair = new Map();
      for (const each of opened) addTo(byPair, each.pair, each.code);
      opened = [];
    }
  };
  return {
    start() {
      ids.side();
    },
    text(text) {
      pending = pending === '' ? text : pending + text;
    },
    placeholder(name, form, data, { disp, equiv }, assoc) {
      const { type, subType } = form;
      const code: Writable<Placeholder> =
        subType === undefined
          ? { kind: 'ph', id: '', type, data: own(data), range: nowhere, disp, equiv }
          : { kind: 'ph', id: '', type, subType, data: own(data), range: nowhere, disp, equiv };
      if (assoc !== undefined) code.assoc = assoc;
      ids.take(code, name);
      add(code);
    },
    open(name, pair, form, data) {
      const code = halfOf('sc', form, data);
      ids.take(code, name);
      add(code);
      remember(pair, code);
    },
    close(pair, form, data, name) {
      const start = closes(pair);
      if (start === undefined) {
        const code: End = { kind: 'ec', id: '', ...form, data: own(data), range: nowhere, isolated: true };
        ids.take(code, name);
        add(code);
        return;
      }
      const code = halfOf('ec', start, data);
      ids.follow(code, start);
      add(code);
    },
    isolated(kind, name, form, data) {
      const code: Start | End = { kind, id: '', ...form, data: own(data), range: nowhere, isolated: true };
      ids.take(code, name);
      add(code);
    },
    end() {
      flush();
      for (const { code } of opened) code.isolated = true;
      for (const codes of byPair?.values() ?? []) for (const code of codes) code.isolated = true;
      const done = content;
      content = [];
      if (opened.length > 0) opened = [];
      byPair = undefined;
      return done;
    },
  };
}

function halfOf(kind: 'sc', form: CodeForm, data: string): Start;
function halfOf(kind: 'ec', form: CodeForm, data: string): End;
function halfOf(kind: 'sc' | 'ec', { type, subType }: CodeForm, data: string): Start | End {
  return subType === undefined
    ? { kind, id: '', type, data: own(data), range: nowhere }
    : { kind, id: '', type, subType, data: own(data), range: nowhere };
}

function addTo(byPair: Map<string, Start[]>, pair: string, code: Start): void {
  const same = byPair.get(pair);
  if (same === undefined) byPair.set(pair, [code]);
  else same.push(code);
}

/** Shorter texts are copied when they are cut out. */
const shortest = 13;

/** The text with memory of its own. */
export function own(text: string): string {
  return text.length < shortest ? text : ownText(text);
}
