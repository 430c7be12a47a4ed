import {
  createMatcher,
  type EntryTarget,
  type LeveragedArticle,
  leverage,
  type MemoryEntry,
  readContents,
  type SourceArticle,
} from '../../src/index.js';
import { sourceOf } from '../support/sources.js';

/** An article with all that a memory may have for it. */
const text = `---
title: Share a folder
description: Share a folder with your team. Then see who opened it.
ms.topic: how-to
---

# Share a folder

Open **Folders**, and select the folder. Wait 10 minutes.
Select [Share](share.md#now), then \`Copy\`.

> [!NOTE]
> Links expire after 30 days. Renew them.

| Setting | Meaning |
| --- | --- |
| Read only | Nobody can change a file & its name. |
| Save | Changes are **kept**. |

- Save
- [Help](help.md)

You can share a folder with all people outside of your company.

<!-- comment --> Nothing is like this one.
`;

interface Known extends Partial<EntryTarget> {
  readonly source: string;
  readonly target: string;
}

const mt: Partial<EntryTarget> = { translationType: 'mt', lastHandoff: '2021-02-03' };
const ht: Partial<EntryTarget> = {
  translationType: 'ht',
  lastHandoff: '2020-11-26',
  places: [{ path: 'docs/share.md', id: '1a2b3-104', line: 12 }],
};

/** What the memories of three languages have for it: exact, joined, near, ambiguous, in context, fuzzy. */
const memories: Readonly<Record<string, readonly Known[]>> = {
  'ja-JP': [
    { source: 'Share a folder', target: 'フォルダーを共有する', ...ht },
    {
      source: 'Share a folder with your team. Then see who opened it.',
      target: 'フォルダーをチームと共有し、だれが開いたかを確認します。',
    },
    {
      source: 'Open **Folders**, and select the folder.',
      target: '[**フォルダー**] を開き、フォルダーを選びます。',
      ...mt,
    },
    { source: 'Wait 20 minutes.', target: '20 分待ちます。' },
    {
      source: 'Select [Share](share.md#now), then `Copy`.',
      target: '[共有](share.md#now)、`Copy` の順に選びます。',
      ...ht,
    },
    {
      source: 'Links expire after 90 days. Renew them.',
      target: 'リンクは 90 日後に無効になります。更新してください。',
    },
    { source: 'Save', target: '保存', previous: plain('Nobody can change a file & its name.') },
    { source: 'Save', target: '節約' },
    { source: '[Help](help.md)', target: '[ヘルプ](help.ja.md)' },
    {
      source: 'You can share a folder with people outside of your company.',
      target: '社外の人とフォルダーを共有できます。',
      ...mt,
    },
    { source: 'Nobody can change a file & its name.', target: 'だれもファイルとその名前 (a & b) を変更できません。' },
  ],
  'de-DE': [
    { source: 'Share a folder', target: 'Einen Ordner freigeben', ...ht },
    { source: 'Share a folder with your team.', target: 'Geben Sie Ihrem Team einen Ordner frei: so geht es.' },
    {
      source: 'Open *Folders*, and select the folder.',
      target: 'Öffnen Sie *Ordner*, und wählen Sie den Ordner.',
      ...mt,
    },
    { source: 'Wait 10 minutes.', target: '10 Minuten warten.', ...mt },
    { source: 'Links expire after 30 days.', target: 'Links laufen nach 30 Tagen ab.' },
    { source: 'Renew them.', target: 'Erneuern Sie sie.' },
    { source: 'Save', target: 'Speichern', previous: plain('Nobody can change a file & its name.') },
    { source: 'Save', target: 'Sparen' },
    { source: 'Changes are **kept**.', target: 'Änderungen bleiben **erhalten**.' },
    { source: 'Help', target: 'Hilfe' },
  ],
  'ar-SA': [
    { source: 'Share a folder', target: 'مشاركة مجلد', ...ht },
    { source: 'Open **Folders**, and select the folder.', target: 'افتح **المجلدات** وحدد المجلد.' },
    { source: 'Wait 10 minutes.', target: 'انتظر 10 دقائق.', ...mt },
    { source: 'Wait 10 minutes.', target: 'يرجى الانتظار 10 دقائق.', ...ht },
    { source: 'Select [Share](share.md#old), then `Paste`.', target: 'حدد [مشاركة](share.md#old) ثم `Paste`.' },
    { source: 'Setting', target: 'الإعداد' },
    { source: 'Read only', target: 'للقراءة فقط' },
    {
      source: 'You can share folders with all people outside of your company.',
      target: 'يمكنك مشاركة المجلدات مع جميع الأشخاص خارج شركتك.',
    },
  ],
};

function plain(source: string): Pick<EntryTarget, 'text' | 'content'> {
  return { text: source, content: [{ kind: 'text', text: source }] };
}

function toEntry({ source, target, ...facts }: Known, trgLang: string, index: number): MemoryEntry {
  const contents = readContents(source, target);
  const own = { trgLang, count: 1, places: [], ...facts, text: target, content: contents.target };
  return { id: `${index}`, srcLang: 'en-US', source: { text: source, content: contents.source }, targets: [own] };
}

/** An article with what a memory has for it. */
export interface Example {
  readonly trgLang: string;
  readonly english: SourceArticle;
  readonly article: LeveragedArticle;
}

/** The article in all languages, with what is filled and shown by default, and with what is near filled, too. */
export function examples(): readonly Example[] {
  const english = sourceOf(text, { path: 'docs/share-folder.md' });
  return Object.entries(memories).map(([trgLang, known]) => {
    const entries = known.map((each, index) => toEntry(each, trgLang, index));
    const matcher = createMatcher([{ name: 'team.tmx', entries }], { trgLang });
    const fill = trgLang === 'ar-SA' ? { fill: 85, show: 50 } : {};
    return { trgLang, english, article: leverage(english, matcher, fill) };
  });
}
