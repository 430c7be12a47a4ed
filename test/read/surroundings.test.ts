import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import { type Article, mergeXliff, parseArticle } from '../../src/index.js';

const parsed = parseArticle(
  '---\nms.contentlocale: de-DE\n---\n<span data-ttu-id="1a2b3-7">Hallo</span><span class="sxs-lookup"><span data-stu-id="1a2b3-7">Hello</span></span>',
  { path: 'a.md' },
);
if (isLeft(parsed)) throw new Error('the article is read');
const article: Article = parsed.right;

const xliff = 'urn:oasis:names:tc:xliff:document:2.0';
/** Some hundred thousand characters of namespaces. */
const namespaces = Array.from({ length: 600 }, (_, index) => `xmlns:n${index}="urn:${'n'.repeat(400)}:${index}"`).join(
  ' ',
);

function merge(
  units: string,
  own = '<unit id="1a2b3-7"><segment><source>Hello</source><target>Tag</target></segment></unit>',
) {
  return mergeXliff(
    article,
    `<xliff xmlns="${xliff}" version="2.0" srcLang="en-US" trgLang="de-DE" ${namespaces}><file id="f" original="a.md">${units}${own}</file></xliff>`,
  );
}

describe('namespaces that are declared around units', () => {
  const own = (prefix: string, declared = '') =>
    `<${prefix}unit id="1a2b3-7"${declared}><${prefix}segment><${prefix}source>Hello</${prefix}source><${prefix}target>Tag</${prefix}target></${prefix}segment></${prefix}unit>`;

  it.each([
    ['the default one', own('')],
    ['a prefix of the unit itself', own('x:', ` xmlns:x="${xliff}"`)],
    ['a prefix of a group', `<group id="g" xmlns:y="${xliff}">${own('y:')}</group>`],
    ['a prefix with other letters', `<group id="g" xmlns:Ünit-1.b="${xliff}">${own('Ünit-1.b:')}</group>`],
    ['attributes and elements of others', own('').replace('<segment>', '<n7:a n599:b="c"/><segment>')],
  ])('hold in them: %s', (_, unit) => {
    expect(merge('', unit)).toMatchObject({ right: { changes: [{ after: 'Tag' }] } });
  });

  it('are refused where they are not declared', () => {
    expect(merge('', own('').replace('<segment>', '<n600:a/><segment>'))).toMatchObject({
      left: [{ code: 'merge/unreadable' }],
    });
  });

  it('are read with no unit that has no use of them', () => {
    const units = Array.from({ length: 20_000 }, (_, index) => `<unit id="x${index}"/>`).join('');
    expect(merge(units)).toMatchObject({ right: { changes: [{ after: 'Tag' }] } });
  });

  it('are put together once for groups in other languages', () => {
    const groups = Array.from(
      { length: 20_000 },
      (_, index) => `<group id="g${index}" xml:lang="${index % 2 === 0 ? 'de' : 'fr'}"><unit id="x${index}"/></group>`,
    ).join('');
    expect(merge(groups)).toMatchObject({ right: { changes: [{ after: 'Tag' }] } });
  });

  it('that change with each unit are refused', () => {
    const groups = Array.from(
      { length: 3000 },
      (_, i) => `<group id="g${i}" xmlns:a="urn:${i}"><unit id="x"/></group>`,
    );
    expect(merge(groups.join(''))).toMatchObject({ left: [{ code: 'merge/too-large' }] });
  });
});
