import type { Draft, Edited } from './edit.js';

/** A target in the course of its editing, with what it was before. */
export interface Editing {
  readonly draft: Draft;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Selects something else; no edit. */
  select(from: number, to: number): void;
  /**
   * Takes an edit; `false` where there is none. Edits of one kind, one at the place where the last one ended, are undone
   * together. Default: an edit is undone alone.
   */
  take(edited: Edited, kind?: 'typing' | 'deleting'): boolean;
  undo(): boolean;
  redo(): boolean;
}

/** Edits that can be undone. Each is as large as the target. */
const mostSteps = 500;

export function createEditing(start: Draft): Editing {
  let draft = start;
  let past: Draft[] = [];
  let future: Draft[] = [];
  let last: { readonly kind: string | undefined; readonly place: number } | undefined;
  return {
    get draft() {
      return draft;
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    select(from, to) {
      draft = { ...draft, from, to };
    },
    take(edited, kind) {
      if (edited === undefined) return false;
      const goesOn = kind !== undefined && last?.kind === kind && last.place === draft.to;
      if (!goesOn) past = [...past.slice(1 - mostSteps), draft];
      future = [];
      draft = edited;
      last = { kind, place: edited.to };
      return true;
    },
    undo() {
      const before = past.at(-1);
      if (before === undefined) return false;
      past = past.slice(0, -1);
      future = [...future, draft];
      draft = before;
      last = undefined;
      return true;
    },
    redo() {
      const after = future.at(-1);
      if (after === undefined) return false;
      future = future.slice(0, -1);
      past = [...past, draft];
      draft = after;
      last = undefined;
      return true;
    },
  };
}
