import type { Case } from './cases-xliff.js';
import { fileOf, segmentOf, unitOf, xliffOf } from './documents.js';

const seg = '<segment id="s1"><source>x</source></segment>';
const unit = `<unit id="u1">${seg}</unit>`;
const sides = '<source>x</source><target>y</target>';

const match = (attributes: string, content = sides): string =>
  unitOf(`<mtc:matches><mtc:match ${attributes}>${content}</mtc:match></mtc:matches>${seg}`);
const glossary = (entries: string): string => unitOf(`<gls:glossary>${entries}</gls:glossary>${seg}`);
const entry = (attributes: string, content = '<gls:translation>y</gls:translation>'): string =>
  `<gls:glossEntry ${attributes}><gls:term>x</gls:term>${content}</gls:glossEntry>`;
const resources = (content: string): string => fileOf(`<res:resourceData>${content}</res:resourceData>${unit}`);
const revisions = (attributes: string, item = '<ctr:item property="content">x</ctr:item>'): string =>
  unitOf(
    `<ctr:changeTrack><ctr:revisions ${attributes}><ctr:revision>${item}</ctr:revision></ctr:revisions></ctr:changeTrack><notes><note id="n1">x</note><note id="n2">x</note></notes>${seg}`,
  );
const sized = (
  attributes: string,
  profiles = 'generalProfile="xliff:codepoints" storageProfile="xliff:utf8"',
): string =>
  fileOf(
    `<slr:profiles ${profiles}/><slr:data profile="p"><my:x id="z1"/></slr:data><unit id="u1" ${attributes}>${seg}</unit>`,
  );
const rule = (attributes: string): string =>
  fileOf(`<val:validation>¶<val:rule ${attributes}/></val:validation>${unit}`);
const referring = (ref: string): string => segmentOf(`<mrk id="m1" type="my:t" ¶ref="${ref}">x</mrk>`);

/** Of the modules, extensions and fragment identifiers. */
export const moduleCases: readonly Case[] = [
  ['xliff/unknown-attribute', 'an extension on a pc', segmentOf('<pc id="1" ¶my:a="b">x</pc>')],
  ['xliff/unknown-attribute', 'an extension on a ph', segmentOf('<ph id="1" ¶my:a="b"/>')],
  ['xliff/unknown-attribute', 'an extension on a segment', unitOf('<segment ¶my:a="b"><source>x</source></segment>')],
  ['xliff/unknown-attribute', 'an extension on a source', unitOf('<segment><source ¶my:a="b">x</source></segment>')],
  ['xliff/unknown-attribute', 'an extension on a target', segmentOf('x', 'y').replace('<target', '<target ¶my:a="b"')],
  ['xliff/unknown-attribute', 'an extension on notes', unitOf(`<notes ¶my:a="b"><note>n</note></notes>${seg}`)],
  ['xliff/unknown-attribute', 'not of format style', fileOf(`<unit id="u1" ¶fs:style="p">${seg}</unit>`)],
  ['xliff/unknown-attribute', 'format style on a segment', unitOf('<segment ¶fs:fs="p"><source>x</source></segment>')],
  [
    'xliff/unknown-attribute',
    'plurals before 2.2',
    unitOf('<segment xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0" ¶pgs:case="one"><source>x</source></segment>'),
  ],
  ['xliff/unknown-attribute', 'direction on a source', unitOf('<segment><source ¶dir="ltr">x</source></segment>')],
  [
    'xliff/unknown-attribute',
    'translate on a segment',
    unitOf('<segment ¶translate="no"><source>x</source></segment>'),
  ],
  [
    'xliff/unknown-attribute',
    'appliesTo of a meta',
    unitOf(
      `<mda:metadata><mda:metaGroup><mda:meta type="t" ¶appliesTo="source"/></mda:metaGroup></mda:metadata>${seg}`,
    ),
  ],
  ['xliff/unknown-element', 'an extension in a segment', unitOf('<segment><source>x</source>¶<my:x/></segment>')],
  [
    'xliff/unknown-element',
    'an extension in original data',
    unitOf(`<originalData><data id="d"/>¶<my:x/></originalData>${seg}`),
  ],
  [
    'xliff/unknown-element',
    'an extension in data',
    unitOf(`<originalData><data id="d">¶<my:x/></data></originalData>${seg}`),
  ],
  [
    'xliff/unknown-element',
    'metadata of the document before 2.2',
    xliffOf(
      `¶<mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata><file id="f1">${unit}</file>`,
    ),
  ],
  ['xliff/unknown-element', 'an extension beside files', xliffOf(`¶<my:x/><file id="f1">${unit}</file>`)],
  [
    'xliff/unknown-element',
    'an extension in metadata',
    unitOf(`<mda:metadata><mda:metaGroup><mda:meta type="t"/>¶<my:x/></mda:metaGroup></mda:metadata>${seg}`),
  ],
  ['xliff/unknown-element', 'a glossary in a file', fileOf(`¶<gls:glossary>${entry('')}</gls:glossary>${unit}`)],
  ['xliff/unknown-element', 'no element of a module', unitOf(`¶<val:rules/>${seg}`)],
  ['xliff/element-order', 'an extension after units', fileOf(`${unit}¶<my:x/>`)],
  [
    'xliff/element-order',
    'a term after its translation',
    glossary('<gls:glossEntry><gls:translation>y</gls:translation>¶<gls:term>x</gls:term></gls:glossEntry>'),
  ],
  ['xliff/missing-element', 'no match', unitOf(`¶<mtc:matches/>${seg}`)],
  [
    'xliff/missing-element',
    'a match without a target',
    match('ref="#s1"', '<source>x</source>').replace('<mtc:match ', '¶<mtc:match '),
  ],
  [
    'xliff/missing-element',
    'an entry without a term',
    glossary('¶<gls:glossEntry><gls:translation>y</gls:translation></gls:glossEntry>'),
  ],
  [
    'xliff/missing-element',
    'no revision',
    unitOf(`<ctr:changeTrack>¶<ctr:revisions appliesTo="source"/></ctr:changeTrack>${seg}`),
  ],
  ['xliff/missing-element', 'no rule', fileOf(`¶<val:validation/>${unit}`)],
  ['xliff/missing-attribute', 'the ref of a match', match('id="1"').replace('<mtc:match ', '¶<mtc:match ')],
  ['xliff/missing-attribute', 'the property of an item', revisions('appliesTo="source"', '¶<ctr:item>x</ctr:item>')],
  ['xliff/missing-attribute', 'the profile of size data', fileOf(`¶<slr:data/>${unit}`)],
  [
    'xliff/missing-attribute',
    'the href of a reference',
    resources('<res:resourceItem mimeType="m"><res:source href="h"/>¶<res:reference/></res:resourceItem>'),
  ],
  ['xliff/attribute-value', 'no element of HTML', fileOf(`<unit id="u1" ¶fs:fs="blink">${seg}</unit>`)],
  ['xliff/attribute-value', 'a similarity above 100', match('ref="#s1" ¶similarity="100.5"')],
  ['xliff/attribute-value', 'type of a match', match('ref="#s1" ¶type="best"')],
  ['xliff/attribute-value', 'subType of a match', match('ref="#s1" type="tm" ¶subType="best"')],
  [
    'xliff/attribute-value',
    'normalization of sizes',
    fileOf(`<slr:profiles><slr:normalization ¶general="nfkc"/></slr:profiles>${unit}`),
  ],
  [
    'xliff/attribute-value',
    'normalization of a rule',
    rule('isPresent="x" normalization="nfkc"').replace('¶', '').replace('normalization', '¶normalization'),
  ],
  ['xliff/attribute-value', 'occurs', rule('isPresent="x" occurs="0"').replace('¶', '').replace('occurs', '¶occurs')],
  [
    'xliff/attribute-value',
    'caseSensitive',
    rule('isPresent="x" caseSensitive="true"').replace('¶', '').replace('caseS', '¶caseS'),
  ],
  [
    'xliff/attribute-value',
    'appliesTo of metadata',
    unitOf(`<mda:metadata><mda:metaGroup ¶appliesTo="both"><mda:meta type="t"/></mda:metaGroup></mda:metadata>${seg}`),
  ],
  ['xliff/invalid-id', 'of a match', match('ref="#s1" ¶id="a b"')],
  [
    'xliff/invalid-id',
    'of a metadata group',
    unitOf(`<mda:metadata><mda:metaGroup ¶id="a b"><mda:meta type="t"/></mda:metaGroup></mda:metadata>${seg}`),
  ],
  ['xliff/invalid-id', 'of sub-flows', segmentOf('<ph id="1" ¶subFlows="u1, u2"/>')],
  ['xliff/stray-text', 'in a glossary entry', glossary(entry('', '<gls:translation>y</gls:translation>¶z'))],
  [
    'xliff/stray-text',
    'in resource data',
    resources('<res:resourceItem mimeType="m"><res:source>¶x</res:source></res:resourceItem>'),
  ],
  [
    'xliff/language-mismatch',
    'inherited from a group',
    fileOf('<group id="g1" xml:lang="ja"><unit id="u1"><segment>¶<source>x</source></segment></unit></group>'),
  ],
  ['xliff/language-mismatch', 'of a match', match('ref="#s1"', '<source>x</source><target ¶xml:lang="fr">y</target>')],
  [
    'xliff/language-mismatch',
    'of a resource',
    resources('<res:resourceItem mimeType="m"><res:source href="h" ¶xml:lang="fr"/></res:resourceItem>'),
  ],
  [
    'xliff/space-mismatch',
    'its own',
    unitOf('<segment><source xml:space="preserve">x</source>¶<target>y</target></segment>'),
  ],
  [
    'xliff/space-mismatch',
    'inherited',
    fileOf(
      '<group id="g1" xml:space="preserve"><unit id="u1"><segment><source>x</source><target ¶xml:space="default">y</target></segment></unit></group>',
    ),
  ],
  [
    'xliff/copy-of-uncopyable',
    'the base must not be copied',
    segmentOf('<ph id="1" canCopy="no"/><ph id="2" ¶copyOf="1"/>'),
  ],
  ['xliff/duplicate-extension-id', 'in a file', fileOf(`<my:a id="1"><my:b id="2"/><my:b ¶xml:id="2"/></my:a>${unit}`)],
  ['xliff/duplicate-extension-id', 'in a group', fileOf(`<group id="g1"><my:a id="1"/><my:a ¶id="1"/></group>`)],
  ['xliff/duplicate-extension-id', 'in a unit', unitOf(`<my:a id="1"/><my:a ¶id="1"/>${seg}`)],
  [
    'xliff/duplicate-module-id',
    'two matches',
    unitOf(
      `<mtc:matches><mtc:match id="1" ref="#s1">${sides}</mtc:match><mtc:match ¶id="1" ref="#s1">${sides}</mtc:match></mtc:matches>${seg}`,
    ),
  ],
  [
    'xliff/duplicate-module-id',
    'an entry and its translation',
    glossary(entry('id="1"', '<gls:translation ¶id="1">y</gls:translation>')),
  ],
  [
    'xliff/duplicate-module-id',
    'a metadata group in metadata',
    unitOf(
      `<mda:metadata id="1"><mda:metaGroup><mda:metaGroup ¶id="1"><mda:meta type="t"/></mda:metaGroup></mda:metaGroup></mda:metadata>${seg}`,
    ),
  ],
  [
    'xliff/duplicate-module-id',
    'a resource and a reference',
    resources(
      '<res:resourceItemRef id="1" ref="2"/><res:resourceItem ¶id="1" mimeType="m"/><res:resourceItem id="2" mimeType="m"/>',
    ),
  ],
  [
    'xliff/duplicate-data-id',
    'in a match',
    match('ref="#s1"', `<originalData><data id="1"/><data ¶id="1"/></originalData>${sides}`),
  ],
  [
    'xliff/unresolved-data-ref',
    'in a match',
    match('ref="#s1"', '<source><ph id="1" ¶dataRef="d1"/></source><target>y</target>'),
  ],
  ['xliff/unpaired-start', 'in a match', match('ref="#s1"', '<source>¶<sc id="1"/></source><target>y</target>')],
  [
    'xliff/duplicate-code-id',
    'in a match',
    match('ref="#s1"', '<source><ph id="1"/><ph ¶id="1"/></source><target>y</target>'),
  ],
  ['xliff/unresolved-span', 'of a match, nothing there', match('¶ref="#s9"')],
  ['xliff/unresolved-span', 'of a match, no fragment', match('¶ref="s1"')],
  [
    'xliff/unresolved-span',
    'of a match, another unit',
    fileOf(
      `<unit id="u1"><mtc:matches><mtc:match ¶ref="#u=u2/s1">${sides}</mtc:match></mtc:matches>${seg}</unit><unit id="u2">${seg}</unit>`,
    ),
  ],
  ['xliff/unresolved-span', 'of an entry', glossary(entry('¶ref="#m9"'))],
  [
    'xliff/unresolved-span',
    'of a translation',
    glossary(entry('', '<gls:translation ¶ref="#t=s1">y</gls:translation>')),
  ],
  ['xliff/span-elsewhere', 'of an entry', glossary(entry('¶ref="m9"'))],
  ['xliff/match-language', 'xml:lang', match('ref="#s1" ¶xml:lang="de-DE"')],
  ['xliff/match-annotation', 'a ref', segmentOf('<mrk id="1" type="mtc:match" ¶ref="http://example.com">x</mrk>')],
  ['xliff/sub-type-without-type', 'of a match', match('ref="#s1" ¶subType="my:x"')],
  ['xliff/empty-gloss-entry', 'a term alone', glossary(`¶${entry('', '')}`)],
  ['xliff/sub-fs-without-fs', 'of a unit', fileOf(`<unit id="u1" ¶fs:subFs="class,c">${seg}</unit>`)],
  ['xliff/module-attribute-on-end', 'format style', segmentOf('<sc id="1"/><ec startRef="1" ¶fs:fs="b"/>')],
  ['xliff/module-attribute-on-end', 'storage', segmentOf('<sc id="1"/><ec startRef="1" ¶slr:equivStorage="1"/>')],
  ['xliff/module-attribute-on-end', 'size', segmentOf('<sc id="1"/><ec startRef="1" ¶slr:sizeInfo="1"/>')],
  [
    'xliff/resource-content',
    'both',
    resources('<res:resourceItem mimeType="m">¶<res:source href="h"><my:x/></res:source></res:resourceItem>'),
  ],
  ['xliff/resource-content', 'neither', resources('<res:resourceItem mimeType="m">¶<res:target/></res:resourceItem>')],
  [
    'xliff/resource-content',
    'white space alone',
    resources('<res:resourceItem mimeType="m">¶<res:source> <!-- --> </res:source></res:resourceItem>'),
  ],
  [
    'xliff/resource-content',
    'both, of another module',
    resources('<res:resourceItem mimeType="m">¶<res:target href="h"><note>x</note></res:target></res:resourceItem>'),
  ],
  [
    'xliff/resource-type',
    'elsewhere',
    resources('¶<res:resourceItem><res:source href="h"/><res:target href="i"/></res:resourceItem>'),
  ],
  [
    'xliff/unknown-element',
    'its own module in a resource',
    resources('<res:resourceItem><res:source>¶<res:source/></res:source></res:resourceItem>'),
  ],
  [
    'xliff/unknown-element',
    'no namespace in a resource',
    resources('<res:resourceItem><res:source>¶<a xmlns=""/></res:source></res:resourceItem>'),
  ],
  ['xliff/unknown-element', 'the core in a skeleton', fileOf(`<skeleton>¶<note>x</note></skeleton>${unit}`)],
  [
    'xliff/unknown-element',
    'notes of a resource before 2.2',
    resources('<res:resourceItem>¶<notes><note>n</note></notes><res:source><my:x/></res:source></res:resourceItem>'),
  ],
  ['xliff/unresolved-resource', 'no such resource', resources('<res:resourceItemRef ¶ref="r9"/>')],
  ['xliff/unresolved-revision', 'no such note', revisions('appliesTo="note" ¶ref="n9"')],
  [
    'xliff/revision-without-ref',
    'one of two notes',
    revisions('appliesTo="note"').replace('<ctr:revisions', '¶<ctr:revisions'),
  ],
  [
    'xliff/revision-property',
    'an attribute that is not there',
    revisions('appliesTo="note" ref="n1"', '<ctr:item ¶property="priority">1</ctr:item>'),
  ],
  [
    'xliff/revision-property',
    'twice',
    revisions(
      'appliesTo="note" ref="n1"',
      '<ctr:item property="content">x</ctr:item><ctr:item ¶property="content">y</ctr:item>',
    ),
  ],
  ['xliff/size-info-and-ref', 'both', sized('slr:sizeInfo="1" ¶slr:sizeInfoRef="z1"')],
  ['xliff/unresolved-size-info', 'no such data', sized('¶slr:sizeInfoRef="z9"')],
  [
    'xliff/unresolved-size-info',
    'data of another group',
    fileOf(
      '<group id="g1"><slr:data profile="p"><my:x id="z1"/></slr:data></group><group id="g2" ¶slr:sizeInfoRef="z1"/>',
    ),
  ],
  ['xliff/size-value', 'a restriction in words', sized('¶slr:sizeRestriction="ninety"')],
  ['xliff/size-value', 'a star and a number', sized('¶slr:sizeRestriction="*6"')],
  ['xliff/size-value', 'a fraction', sized('¶slr:storageRestriction="25,100.5"')],
  ['xliff/size-value', 'a size', sized('¶slr:sizeInfo="25.5"')],
  ['xliff/size-value', 'a storage', sized('¶slr:equivStorage="seven"')],
  ['xliff/size-value', 'a negative size', sized('¶slr:sizeInfo="-3"')],
  ['xliff/size-value', 'digits of another script', sized('¶slr:sizeInfo="٣"')],
  ['xliff/size-value', 'nothing', sized('¶slr:sizeRestriction=""')],
  ['xliff/size-value', 'more than the maximum', sized('¶slr:sizeRestriction="100,99"')],
  [
    'xliff/size-value',
    'more than a long maximum',
    sized(`¶slr:storageRestriction="1${'0'.repeat(40)},9${'0'.repeat(39)}"`),
  ],
  [
    'xliff/size-value',
    'of a code',
    fileOf(
      '<slr:profiles generalProfile="xliff:codepoints"/><unit id="u1"><segment><source><pc id="1" ¶slr:sizeInfo="wide">x</pc></source></segment></unit>',
    ),
  ],
  ['xliff/size-value', 'bytes of UTF-16', sized('¶slr:equivStorage="1e3"', 'storageProfile="xliff:utf16"')],
  ['xliff/size-without-profile', 'a size', sized('¶slr:sizeInfo="25.5"', '')],
  [
    'xliff/size-without-profile',
    'a storage beside another profile',
    sized('¶slr:equivStorage="x"', 'generalProfile="my:p"'),
  ],
  ['xliff/size-profile', 'none of them', sized('slr:sizeInfo="25"', '¶generalProfile="xliff:codepoint"')],
  ['xliff/size-profile', 'of storage', sized('slr:sizeInfo="25"', '¶generalProfile="xliff:utf8"')],
  ['xliff/size-profile', 'of sizes', sized('slr:sizeInfo="25"', '¶storageProfile="xliff:codepoints"')],
  ['xliff/validation-rule', 'two kinds', rule('isPresent="x" startsWith="y"')],
  ['xliff/validation-rule', 'no kind', rule('caseSensitive="no"')],
  ['xliff/validation-rule', 'occurs alone', rule('startsWith="x" occurs="2"')],
  ['xliff/validation-rule', 'existsInSource with isNotPresent', rule('isNotPresent="x" existsInSource="yes"')],
  [
    'xliff/unresolved-ref',
    'a note of the file',
    fileOf(
      '<notes><note id="n1">x</note></notes><unit id="u1"><notes><note id="n1">x</note></notes><segment><source><mrk id="1" type="comment" ¶ref="#f=f1/n=n1">x</mrk></source></segment></unit>',
    ),
  ],
  [
    'xliff/unresolved-ref',
    'no selector',
    unitOf(
      '<notes><note id="n1">x</note></notes><segment><source><mrk id="1" type="comment" ¶ref="#n/n1">x</mrk></source></segment>',
    ),
  ],
  ['xliff/fragment-syntax', 'the wrong order', referring('#/u=u1/f=f1/gls=g1')],
  ['xliff/fragment-syntax', 'a prefix twice', referring('#f=f1/f=f1/u=u1')],
  ['xliff/fragment-syntax', 'a leaf before a unit', referring('#f=f1/d=d1/u=u1')],
  ['xliff/fragment-syntax', 'two leaves', referring('#m1/m2')],
  ['xliff/fragment-syntax', 'a prefix that is no NMTOKEN', referring('#f=f1/u=u1/$y=1')],
  ['xliff/fragment-syntax', 'a short prefix', referring('#f=f1/u=u1/z=1')],
  ['xliff/fragment-syntax', 'nothing', referring('#')],
  ['xliff/fragment-syntax', 'absolute without a file', referring('#/u=u1')],
  ['xliff/fragment-prefix', 'of no module', referring('#f=f1/u=u1/own=1')],
  ['xliff/fragment-prefix', 'of two letters', referring('#/f=f1/u=u1/my=1')],
  ['xliff/fragment-prefix', 'in capitals', referring('#f=f1/RES=1')],
  ['xliff/unresolved-fragment', 'no such entry', referring('#/f=f1/u=u1/gls=1')],
  [
    'xliff/unresolved-fragment',
    'metadata of the file',
    fileOf(
      '<mda:metadata id="d"><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata><unit id="u1"><segment><source><mrk id="1" type="my:t" ¶ref="#/f=f1/u=u1/mda=d">x</mrk></source></segment></unit>',
    ),
  ],
  ['xliff/unresolved-fragment', 'no such file', referring('#f=f9')],
  ['xliff/unresolved-fragment', 'no such group', referring('#g=g9')],
  ['xliff/unresolved-fragment', 'no such unit', referring('#u=u9')],
  ['xliff/unresolved-fragment', 'no such data', referring('#d=d9')],
  ['xliff/unresolved-fragment', 'no such note of the file', referring('#f=f1/n=n9')],
  ['xliff/unresolved-fragment', 'nothing of the target', referring('#t=m1')],
];
