import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/index.js';
import { codesOf } from '../../src/model/content.js';
import { readContents } from '../../src/read/contents.js';
import { parseInline } from '../../src/read/inline/inline.js';
import { articleOf, codesOfDiagnostics, pair } from '../support/pairs.js';

const codes = (text: string): string[] => codesOf(parseInline(text)).map(({ data }) => data);

/** A form, and what stands for it in plain text. */
const forms: readonly (readonly [string, string])[] = [
  [':::image type="content" source="a.png" alt-text="Save **all** icon":::', 'Save **all** icon'],
  [':::image type="icon" source="../media/a_b_c.png" border="false":::', ''],
  [":::image source='a.png' alt-text='A \"b\" c':::", 'A "b" c'],
  [':::image source="a.png" alt-text="A \\"b\\" [c](d)":::', 'A "b" [c](d)'],
  [':::image source="a.png" alt-text="The "Save" icon":::', 'The '],
  [':::image source="a.png"\n  alt-text="A\nb"\n:::', 'A\nb'],
  [':::image source="a.png"\r\n  alt-text="A":::', 'A'],
  ['::: image source = "a.png" :::', ''],
  [':::image type="complex" source="a.png" alt-text="A" lightbox="b.png" loc-scope="other":::', 'A'],
  [':::no-loc text="Contoso *App*":::', 'Contoso *App*'],
  [':::row:::', ''],
  [':::column span="2":::', ''],
  [':::image-end:::', ''],
  ['::: zone-end :::', ''],
  [':::code language="csharp" source="~/a/b.cs" range="1-3,5" highlight="2":::', ''],
  [':::video source="https://example.com/a?b=c&d" title="x":::', 'x'],
];

describe('a DocFX form between colons', () => {
  it.each(forms)('%j is a placeholder', (form, equiv) => {
    for (const text of [form, `A ${form} b.`, `**A${form}** b`, `a${form}。`, `[${form}](c)`, `${form}${form}`]) {
      expect(
        codes(text).filter((data) => data.startsWith(':::')),
        text,
      ).toEqual(text === form + form ? [form, form] : [form]);
    }
    expect(parseInline(form)).toMatchObject([{ kind: 'ph', type: 'other', subType: 'md:include', equiv }]);
  });

  it.each([
    ['::: moniker range=">= contoso-2.0"\nA', '::: moniker range=">= contoso-2.0"'],
    ['A\n:::zone-end\nB', ':::zone-end'],
    [' ::: zone pivot="a,b" ', '::: zone pivot="a,b"'],
  ])('%j needs no colons at the end of its line', (text, form) => expect(codes(text)).toEqual([form]));

  it.each([
    'a ::: b',
    ':::bild source="a.png":::',
    ':::image:: a',
    ':::imagesource="a.png":::',
    'A :::zone-end b',
    ':::image source=a.png:::',
    ':::image source="a.png"\n\nalt-text="b":::',
    '\\:::image source="a.png":::',
    '::::image source="a.png":::',
    ':::image source="a.png" alt-text=',
    `:::image alt-text="${'a'.repeat(5000)}":::`,
  ])('%j is none', (text) => expect(codes(text)).toEqual([]));

  it('is told from others by what it names, not by its text', () => {
    const { target, unmatched, recovered } = readContents(
      ':::image source="a.png" alt-text="A **b**"::: and :::image source="c/d.png" alt-text="E"::: in :::row:::',
      ':::row::: :::image source="c/d.png" alt-text="う"::: :::image source="a.png" alt-text="あ **い**":::',
    );
    expect(codesOf(target).map(({ id }) => id)).toEqual(['3', '2', '1']);
    expect([unmatched, recovered]).toEqual([{ source: [], target: [] }, 0]);
  });

  it('takes linear time', () => {
    for (const part of [':::image a="', ":::image a='", ':::image a="b" ', ':::image a="\\"', '::: ', ':::row ']) {
      expect(codes(part.repeat(40_000)).length).toBeLessThan(40_001);
    }
  });
});

const source = 'Select :::image type="icon" source="a.png" alt-text="Save **all**":::.';

describe('damage of a DocFX form between colons', () => {
  it.each([
    ['a translated name', ':::画像 type="icon" source="a.png" alt-text="**すべて**保存":::'],
    ['colons too few at the end', ':::image type="icon" source="a.png" alt-text="保存"::'],
    ['no colons at the end', ':::image type="icon" source="a.png" alt-text="保存"'],
    ['colons too few at the start', '::image type="icon" source="a.png" alt-text="保存":::'],
    ['full-width colons', '：：：image type="icon" source="a.png" alt-text="保存"：：：'],
    ['spaces between colons', ': : :image type="icon" source="a.png" alt-text="保存": : :'],
    ['escaped colons', '\\:::image type="icon" source="a.png" alt-text="保存"\\:::'],
    ['quotes of another language', ':::image type=„icon“ source=„a.png“ alt-text=„保存“:::'],
    ['a full-width sign', ':::image type＝"icon" source＝"a.png" alt-text＝"保存":::'],
  ])('%s is recovered, and reported', (_, form) => {
    const target = `${form} を選択します。`;
    const { target: content, unmatched, recovered } = readContents(source, target);
    expect(unmatched).toEqual({ source: [], target: [] });
    expect([recovered, codesOf(content).map(({ data }) => data)]).toEqual([1, [form]]);
    expect(codesOfDiagnostics(pair('1a2b3-102', target, source))).toEqual(['codes/recovered']);
  });

  it.each([
    ['changed names of attributes', ':::image typ="icon" quelle="a.png" alt-text="保存":::'],
    ['a translated path', ':::image type="icon" source="記号.png" alt-text="保存":::'],
    ['a lost attribute', ':::image type="icon" alt-text="保存":::'],
    ['a form that is gone', '保存'],
    ['another form', ':::row:::'],
  ])('%s is reported', (_, form) => {
    expect(codesOfDiagnostics(pair('1a2b3-102', `${form} を選択します。`, source))).toEqual(['codes/unmatched']);
  });

  it('is a finding of check/syntax where a name or colons are others', () => {
    const found = (form: string): string[] =>
      checkArticle(articleOf(pair('1a2b3-102', `${form} を選択します。`, source))).map(({ code }) => code);
    expect(found(':::画像 type="icon" source="a.png" alt-text="保存":::')).toContain('check/syntax');
    expect(found(':::image type="icon" source="a.png" alt-text="保存"::')).toContain('check/syntax');
    expect(found(':::image type="icon" source="a.png" alt-text="保存":::')).toEqual([]);
  });
});
