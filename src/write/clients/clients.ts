import type { ClientName, ExportOptions } from '../export-options.js';

/** What a client is given: which formats, and how they are written. Plain data. */
export interface Client {
  /** What people call it. */
  readonly title: string;
  /** Whether it runs in our tests; else it goes by what its makers document. */
  readonly isTried: boolean;
  /** Names of the formats that it takes best, for each command that writes some. */
  readonly formats: {
    readonly export: readonly ('xliff' | 'xliff1.2' | 'tmx')[];
    readonly memory: readonly 'tmx'[];
    readonly leverage: readonly ('xliff' | 'xliff1.2')[];
  };
  /** Options of `export` that it needs; what is not named has its default. */
  readonly options: ClientOptions;
}

/** The options that a client may stand for. */
export interface ClientOptions extends Pick<ExportOptions, 'inline' | 'units' | 'context' | 'targetShape' | 'digest'> {}

const older = { export: ['xliff1.2', 'tmx'], memory: ['tmx'], leverage: ['xliff1.2'] } as const;
const newer = { export: ['xliff', 'tmx'], memory: ['tmx'], leverage: ['xliff'] } as const;

/** The clients that `client` names, each with that with which it loses nothing. docs/clients.md says how each is used. */
export const clients: Readonly<Record<ClientName, Client>> = {
  omegat: { title: 'OmegaT', isTried: true, formats: older, options: { context: 'omegat', targetShape: 'source' } },
  poedit: { title: 'Poedit', isTried: true, formats: newer, options: {} },
  lokalize: { title: 'Lokalize', isTried: true, formats: older, options: {} },
  okapi: { title: 'Okapi', isTried: true, formats: newer, options: {} },
  'translate-toolkit': {
    title: 'Translate Toolkit',
    isTried: true,
    formats: older,
    // Its tools set targets as texts without codes; 3.20 cannot write a document with a processing instruction.
    options: { inline: 'text', digest: false },
  },
  trados: { title: 'Trados Studio', isTried: false, formats: newer, options: { units: 'pair' } },
  memoq: { title: 'memoQ', isTried: false, formats: newer, options: { units: 'pair', context: 'memoq' } },
  // It reads and writes by the Translate Toolkit.
  weblate: { title: 'Weblate', isTried: false, formats: older, options: { digest: false } },
};
