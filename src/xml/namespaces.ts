/** The namespaces in scope (Namespaces in XML 1.0, section 6), in constant time for an element, however deep. */
export interface Namespaces {
  /** The namespace and the local name of an element that starts. */
  open(qualified: string, attributes: Readonly<Record<string, string>>): { namespace: string; name: string };
  /** The element ends. */
  close(): void;
}

export function createNamespaces(): Namespaces {
  const inScope = new Map<string, string[]>();
  const declared: (readonly string[])[] = [];
  return {
    open(qualified, attributes) {
      let own: string[] | undefined;
      for (const key of Object.keys(attributes)) {
        if (!key.startsWith('xmlns') || (key.length > 5 && key[5] !== ':')) continue;
        const prefix = key.slice(6);
        const uris = inScope.get(prefix) ?? [];
        inScope.set(prefix, uris);
        uris.push(attributes[key] ?? '');
        own ??= [];
        own.push(prefix);
      }
      declared.push(own ?? none);
      const colon = qualified.indexOf(':');
      const prefix = colon < 0 ? '' : qualified.slice(0, colon);
      return { namespace: inScope.get(prefix)?.at(-1) ?? '', name: qualified.slice(colon + 1) };
    },
    close() {
      for (const prefix of declared.pop() ?? none) inScope.get(prefix)?.pop();
    },
  };
}

const none: readonly string[] = [];
