import { textOfPart } from '../../part.js';
import { element } from '../dom.js';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const partUrl = /^\.\/[^/]+\/[0-9a-f]{32}\.js$/;

/**
 * Loads parts of the page, by their names. Pages from disk may fetch nothing, but they may run scripts beside them: a part
 * is a script that does no more than hand over a function, and what is in it stands in a comment of that function.
 *
 * `onLost`: a part is not there.
 */
export function createLoader(folder: string, onLost: () => void): (name: string, then: (json: string) => void) => void {
  const rules = {
    createScriptURL(url: string): string {
      if (!partUrl.test(url)) throw new TypeError(`${url} is no part of the page.`);
      return url;
    },
  };
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('sspr-tm-parts', rules) ?? rules;
  /** Parts that are the same have one name: several may wait for it. */
  const waiting = new Map<string, ((json: string) => void)[]>();
  const take = (_page: unknown, name: string, holder: () => void): void => {
    const waiters = waiting.get(name) ?? [];
    waiting.delete(name);
    for (const then of waiters) then(textOfPart(holder));
  };
  Object.defineProperty(window, 'sspr_tm_part', { value: take });
  return (name, then) => {
    const others = waiting.get(name);
    if (others !== undefined) {
      others.push(then);
      return;
    }
    waiting.set(name, [then]);
    const script = element('script');
    script.addEventListener('load', () => script.remove());
    script.addEventListener('error', () => {
      waiting.delete(name);
      script.remove();
      onLost();
    });
    script.src = policy.createScriptURL(`./${encodeURIComponent(folder)}/${name}.js`);
    document.head.append(script);
  };
}
