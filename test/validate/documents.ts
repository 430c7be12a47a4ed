const modules = Object.entries({
  mtc: 'urn:oasis:names:tc:xliff:matches:2.0',
  gls: 'urn:oasis:names:tc:xliff:glossary:2.0',
  fs: 'urn:oasis:names:tc:xliff:fs:2.0',
  res: 'urn:oasis:names:tc:xliff:resourcedata:2.0',
  ctr: 'urn:oasis:names:tc:xliff:changetracking:2.0',
  slr: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
  val: 'urn:oasis:names:tc:xliff:validation:2.0',
  my: 'urn:my',
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

/** An XLIFF document around what stands in its root. */
export function xliffOf(content: string, languages = 'srcLang="en-US" trgLang="de-DE"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"${modules} version="2.0" ${languages}>
${content}
</xliff>
`;
}

/** An XLIFF document around what stands in its only file. */
export function fileOf(content: string): string {
  return xliffOf(`<file id="f1">${content}</file>`);
}

/** An XLIFF document around what stands in its only unit. */
export function unitOf(content: string): string {
  return xliffOf(`<file id="f1"><unit id="u1">${content}</unit></file>`);
}

/** An XLIFF document around the content of a source, and of a target where there is one. */
export function segmentOf(source: string, target?: string): string {
  const sides = `<source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}`;
  return unitOf(`<originalData><data id="d1">&lt;b></data></originalData><segment>${sides}</segment>`);
}

/** A document of 2.0 as one of 2.2. */
export function as22(document: string, version = '2.2'): string {
  return document
    .replace('document:2.0', 'document:2.2')
    .replace('version="2.0"', `xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0" version="${version}"`);
}

/** The attributes that a TMX header must have. */
export const headerAttributes =
  'creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en-US" datatype="unknown"';

/** A TMX document around what stands in its body. */
export function tmxOf(body: string, header = `<header ${headerAttributes}/>`): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
${header}
<body>
${body}
</body>
</tmx>
`;
}

/** A TMX document around the segments of its only unit. */
export function pairOf(source: string, target = 'y'): string {
  return tmxOf(
    `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`,
  );
}

/** Documents that use nearly all of the formats, rightly. */
export const validXliff: readonly string[] = [
  xliffOf(
    `<file id="f1" original="a.md" xml:space="preserve" translate="yes" srcDir="ltr" trgDir="auto">
<skeleton href="a.skl"/>
<mda:metadata id="m1"><mda:metaGroup category="c" appliesTo="source"><mda:meta type="t">v &amp; w</mda:meta><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metaGroup></mda:metadata>
<x:own xmlns:x="urn:x"><x:part any="1"/>text</x:own>
<notes><note id="n1" appliesTo="target" priority="10" category="c">A note.</note><note>Another.</note></notes>
<group id="u1" name="n" type="my:type"><group id="g2" canResegment="no"/></group>
<unit id="u1" name="paragraph" x:foreign="1" xmlns:x="urn:x">
<notes><note id="n1">Look here.</note></notes>
<originalData><data id="d1">**</data><data id="d2" dir="ltr" xml:space="preserve">a<cp hex="0001"/>b</data></originalData>
<segment id="s1" state="translated" subState="ms:mt">
<source xml:lang="en-US">A <pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">bold <ph id="2" type="fmt" subType="xlf:lb" disp="&lt;br>" equiv=""/></pc> and <sc id="3" dataRef="d1" canCopy="no" canDelete="no"/>over</source>
<target xml:lang="de-de" order="2"><pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">Fett <ph id="2"/></pc> <sc id="3" dataRef="d1" canCopy="no" canDelete="no"/>und <ph id="own" dataRef="d2"/></target>
</segment>
<ignorable><source> </source><target order="1"><ph id="ig"/></target></ignorable>
<segment>
<source>lap <pc id="4" type="link" subType="my:kind" subFlowsStart="u1 u2" subFlowsEnd="u2">link</pc><ec startRef="3" canCopy="no" canDelete="no"/> <sc id="5" isolated="yes"/><ec id="6" isolated="yes" dir="rtl"/></source>
<target order="3"><ec startRef="3" canCopy="no" canDelete="no"/><ph id="x1" type="ui" subType="xlf:var"/><ph id="x2" copyOf="x1"/></target>
</segment>
</unit>
<unit id="u2"><segment id="1"><source><mrk id="m1" translate="no">x<sm id="m2" type="term" value="v" ref="http://example.com"/></mrk>y<em startRef="m2"/> <mrk id="m3" type="comment" value="v">c</mrk><cp hex="FFFE"/></source></segment></unit>
<unit id="u3"><notes><note id="n">c</note></notes><segment state="final"><source><mrk id="1" type="comment" ref="#n=n">c</mrk><pc id="2">p</pc></source><target><sm id="1" type="comment" ref="#n=n"/>c<em startRef="1"/><sc id="2"/>p<ec startRef="2"/></target></segment></unit>
</file>
<file id="f2"><skeleton><any xmlns="urn:x"/>thing</skeleton><unit id="u1"><ignorable><source/></ignorable><segment><source><![CDATA[<b> ]]&gt;</source></segment></unit></file>`.replace(
      ']]&gt;',
      ']]>',
    ),
  ),
  segmentOf('<sc id="1" canOverlap="no"/>a<pc id="2">b</pc><ec startRef="1" canOverlap="no"/>'),
  segmentOf('<sc id="1"/>a<sc id="2"/>b<ec startRef="1"/>c<ec startRef="2"/>'),
  segmentOf('a').replace('version="2.0"', 'version="2.1"'),
  segmentOf('<ph id="1" canDelete="no"/>'),
  segmentOf(
    '<sc id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>a<ec startRef="1" canReorder="no" canCopy="no" canDelete="no"/>',
    'b <sc id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>a<ec startRef="1" canReorder="no" canCopy="no" canDelete="no"/>',
  ),
];

/** Documents with modules and extensions, used rightly. */
export const validModules: readonly string[] = [
  fileOf(`<slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf8"><slr:normalization general="nfc" storage="none"/><my:x/></slr:profiles>
<slr:data profile="xliff:codepoints"><my:size id="sz"/></slr:data>
<res:resourceData><res:resourceItem id="r1" mimeType="image/png" context="no" my:a="b"><res:source href="a.png" xml:lang="en-us"/><res:target href="b.png"/><res:reference href="c.png" xml:lang="ja"/></res:resourceItem><res:resourceItem id="r2"><res:source><my:x/></res:source></res:resourceItem></res:resourceData>
<val:validation my:a="b"><val:rule isPresent="x" occurs="2" existsInSource="yes" caseSensitive="no" normalization="none"/><val:rule my:kind="any"/><val:rule endsWith="." disabled="yes"/></val:validation>
<my:entry id="e1"><my:part xml:id="e2"/></my:entry>
<notes><note id="n1" my:a="b" fs:fs="p" fs:subFs="class,c">x</note></notes>
<group id="g1" slr:sizeInfoRef="sz" slr:sizeRestriction="10,*" slr:storageRestriction="*" fs:fs="div"><notes><note id="n1">x</note></notes>
<my:entry id="e1"/>
</group>
<unit id="u1" my:a="b" fs:fs="h1" slr:sizeRestriction="90"><notes><note id="n1" category="c">x</note></notes><segment id="s1"><source>x</source></segment></unit>`).replace(
    '<notes><note id="n1">x</note></notes>\n<my:entry id="e1"/>',
    '<my:entry id="e1"/><notes><note id="n1">x</note></notes>',
  ),
  unitOf(`<mtc:matches><mtc:match id="1" ref="#s1" type="tm" subType="my:x" similarity="99.5" matchQuality="100.0" matchSuitability="0" origin="o" reference="no" my:a="b"><mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata><originalData><data id="d1"/></originalData><source><pc id="1" dataRefStart="d1" dataRefEnd="d1">x</pc></source><target xml:lang="de-de"><pc id="1" dataRefStart="d1" dataRefEnd="d1">y</pc></target><my:x/></mtc:match><mtc:match id="2" ref="#t=m2" reference="yes"><source>x</source><target xml:lang="fr">y</target></mtc:match></mtc:matches>
<gls:glossary><gls:glossEntry id="1" ref="#m1" my:a="b"><gls:term source="s">x</gls:term><gls:translation id="2" ref="#/f=f1/u=u1/t=m2">y</gls:translation><gls:definition>d</gls:definition><my:x/></gls:glossEntry></gls:glossary>
<ctr:changeTrack><ctr:revisions appliesTo="note" ref="n1" currentVersion="v2"><ctr:revision author="a" datetime="d" version="v1"><ctr:item property="content">old</ctr:item><ctr:item property="category">old</ctr:item></ctr:revision></ctr:revisions><ctr:revisions appliesTo="source"><ctr:revision><ctr:item property="content">old</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>
<notes><note id="n1" category="c">x</note><note id="n2">x</note></notes><segment id="s1"><source><mrk id="m1" type="term" ref="http://example.com/x" my:a="b">x</mrk><mrk id="m3" type="mtc:match">x</mrk></source><target><mrk id="m2" type="my:t" ref="other.xlf#f=1">y</mrk></target></segment>`),
  segmentOf(
    '<sc id="1" fs:fs="b" slr:equivStorage="7"/>x<ec startRef="1"/><ec id="2" isolated="yes" fs:fs="b" slr:sizeInfo="0"/>',
  ),
  // All that a fragment identifier can select.
  xliffOf(`<file id="f1"><slr:data profile="p"><my:s id="z1"/></slr:data><res:resourceData><res:resourceItem id="r1"/></res:resourceData><notes><note id="n1">x</note></notes><group id="g1"><mda:metadata id="md1"><mda:metaGroup id="md2"><mda:meta type="t"/></mda:metaGroup></mda:metadata><notes><note id="n2">x</note></notes><unit id="u1"><mtc:matches><mtc:match id="c1" ref="#s1"><source>x</source><target>y</target></mtc:match></mtc:matches><gls:glossary><gls:glossEntry id="g"><gls:term>x</gls:term><gls:translation id="gt">y</gls:translation></gls:glossEntry></gls:glossary><its:provenanceRecords xmlns:its="http://www.w3.org/2005/11/its" xml:id="pr1"/><notes><note id="n3">x</note></notes><originalData><data id="d1"/></originalData><segment id="s1"><source>${[
    '#f=f1',
    '#/f=f1',
    '#g=g1',
    '#u=u1',
    '#u=u2',
    '#f=f1/n=n1',
    '#g=g1/n=n2',
    '#f=f1/g=g1/n=n2',
    '#n=n3',
    '#u=u1/n=n3',
    '#d=d1',
    '#s1',
    '#m1',
    '#t=t1',
    '#/f=f2/u=u1/s9',
    '#f=f2/u=u1/t=t9',
    '#f=f1/res=r1',
    '#/f=f1/slr=z1',
    '#g=g1/mda=md2',
    '#f=f1/g=g1/mda=md1',
    '#/f=f1/u=u1/gls=gt',
    '#gls=g',
    '#mtc=c1',
    '#its=pr1',
    '#f=f1/tbx=any',
  ]
    .map((ref, index) => `<mrk id="m${index}" type="my:ref" ref="${ref}">x</mrk>`)
    .join(
      '',
    )}</source><target><ph id="t1"/></target></segment></unit></group><unit id="u2"><segment><source>x</source></segment></unit></file>
<file id="f2"><unit id="u1"><segment id="s9"><source>x</source><target><ph id="t9"/></target></segment></unit></file>`),
  // Languages and white space that are inherited.
  xliffOf(
    '<file id="f1" xml:lang="ja"><group id="g1" xml:space="preserve" xml:lang="fr"><unit id="u1" xml:lang="en-us"><segment><source xml:space="preserve">x</source><target xml:lang="de-DE">y</target></segment></unit></group></file>',
  ).replace('version="2.0"', 'xml:lang="ru" version="2.0"'),
  // Sequences that are moved as a whole, by the order of targets.
  unitOf(
    ['3', '2', '1']
      .map((order, index) => {
        const code = (name: string, reorder: string): string =>
          `<ph id="${name}${index}" canReorder="${reorder}" canCopy="no" canDelete="no"/>`;
        const codes = index === 1 ? '<ph id="x"/>' : `${code('a', 'firstNo')}${code('b', 'no')}`;
        return `<segment><source>${codes}</source><target order="${order}">${codes}</target></segment>`;
      })
      .join(''),
  ),
  // Resources: elsewhere, and of any other namespace.
  ...['2.0', '2.1'].map((version) =>
    fileOf(`<res:resourceData><res:resourceItem mimeType="image/png"><res:source href="a.png"></res:source><res:target href="b.png">
</res:target></res:resourceItem><res:resourceItem><res:source href="a.png"><!-- there --></res:source></res:resourceItem>
<res:resourceItem><res:reference href="c.png"/></res:resourceItem>
<res:resourceItem><res:source><svg xmlns="http://www.w3.org/2000/svg"><g id="g"/></svg></res:source></res:resourceItem>
<res:resourceItem><res:source><note>x</note></res:source><res:target><file xmlns="urn:oasis:names:tc:xliff:document:1.2"/></res:target></res:resourceItem>
<res:resourceItem><res:source>
<mda:metadata><mda:metaGroup><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>
</res:source></res:resourceItem></res:resourceData><unit id="u1"><segment><source>x</source></segment></unit>`).replace(
      'version="2.0"',
      `version="${version}"`,
    ),
  ),
  fileOf(
    '<skeleton><mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata></skeleton><slr:profiles generalProfile="my:dots" storageProfile="xliff:utf32"/><unit id="u1" slr:sizeRestriction="3x4" slr:storageRestriction="007,8"><segment><source><ph id="1" slr:sizeInfo="1x1" slr:equivStorage=""/></source></segment></unit>',
  ),
  // A sequence over two segments: moved with them, not yet translated, and without hints in the target.
  ...[
    ['<target order="3">A</target>', '<target order="4">B</target>', '<target order="1">X</target>'],
    ['', '<target>B</target>', ''],
    ['<target>A</target>', '', '<target>X</target>'],
  ].map((targets) =>
    unitOf(
      [
        ['A', 'firstNo'],
        ['B', 'no'],
        ['X', 'yes'],
      ]
        .map(([id, reorder], index) => {
          const hints = reorder === 'yes' ? '' : ` canReorder="${reorder}" canCopy="no" canDelete="no"`;
          const target = targets[index]?.replace(/>[ABX]</, `><ph id="${id}"/><`);
          return `<segment><source>${`<ph id="${id}"${hints}/>`}</source>${target}</segment>`;
        })
        .concat(
          targets[0]?.includes('order') ? '<segment><source>.</source><target order="2">.</target></segment>' : '',
        )
        .join(''),
    ),
  ),
  // A pair is a pc on one side, and sc and ec on the other one.
  segmentOf(
    '<pc id="1" canReorder="firstNo" canCopy="no" canDelete="no"><ph id="2" canReorder="no" canCopy="no" canDelete="no"/></pc><ph id="3" canReorder="no" canCopy="no" canDelete="no"/>',
    '<sc id="1"/><ph id="2"/><ec startRef="1"/><ph id="3"/>',
  ),
  segmentOf(
    '<sc id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ec startRef="1" canReorder="no" canCopy="no" canDelete="no"/><ph id="3" canReorder="no" canCopy="no" canDelete="no"/>',
    '<pc id="1"/><ph id="3"/>',
  ),
  // What 2.2 adds: notes and metadata of the document, references of notes, notes of resources, plurals.
  ...['2.0', '2.1', '2.2'].map((version) =>
    as22(
      xliffOf(`<notes><note id="n1" ref="#n=n2">x</note><note id="n2" ref="http://example.com" appliesTo="target">x</note></notes>
<mda:metadata id="m1"><mda:metaGroup id="m2" category="c"><mda:metaGroup id="m3"><mda:meta type="t"/></mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata>
<file id="f1"><res:resourceData><res:resourceItem id="r1"><notes><note id="n1" ref="#res=r1">x</note></notes><res:source><my:x/></res:source></res:resourceItem></res:resourceData>
<notes><note id="n1" ref="#f=f1">x</note><note ref="#/f=f1/res=r1">x</note></notes>
<unit id="u1"><notes><note id="n1" ref="#s1">x</note><note ref="s1">x</note><note ref="#t=p1">x</note><note ref="#n=n1">x</note></notes><segment id="s1"><source>x</source><target><ph id="p1"/></target></segment></unit></file>`),
      version,
    ),
  ),
  as22(
    fileOf(
      `${[
        ['plural:count', 'zero', '1', '3.14', 'other'],
        ['ordinal:place', 'few', 'many'],
        ['gender:host', 'feminine', 'xyz', 'other'],
        ['select:what', '=1', 'other'],
        ['gender:host plural:count', 'feminine 0', 'other other'],
        ['plural:count,gender:host', '1 feminine', 'one,other'],
      ]
        .map(
          ([value, ...values], index) =>
            `<unit id="u${index}" pgs:switch="${value}">${values.map((each) => `<segment pgs:case="${each}"><source>x</source></segment>`).join('')}<segment><source>x</source></segment></unit>`,
        )
        .join(
          '',
        )}<group id="g1" pgs:switch="plural:n"><unit id="u9" pgs:case="one" pgs:switch="select:s"><segment pgs:case="a"><source>x</source></segment></unit></group>`,
    ),
  ),
  // Plurals of 2.2, and ITS of 2.1.
  unitOf(
    '<segment><source><mrk id="m1" type="its:generic" xmlns:its="http://www.w3.org/2005/11/its" its:taIdentRef="http://example.com/">x</mrk></source></segment>',
  )
    .replace('document:2.0', 'document:2.2')
    .replace('version="2.0"', 'version="2.2"')
    .replace('<file', '<mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata><file'),
  // Prefixes of another tool's taste.
  `<?xml version='1.0' encoding='UTF-16' standalone='yes'?><x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='zh-Hans-CN' trgLang='x-own'><x:file id='f'><m:metadata xmlns:m='urn:oasis:names:tc:xliff:metadata:2.0'><m:metaGroup><m:meta type='t'/></m:metaGroup></m:metadata><x:unit id='u' s:fs='p' xmlns:s='urn:oasis:names:tc:xliff:fs:2.0'><x:segment><x:source>x</x:source><x:target/></x:segment></x:unit></x:file></x:xliff>`,
];

/** Documents that use nearly all of the format, rightly. */
export const validTmx: readonly string[] = [
  tmxOf(
    `<tu tuid="a-1" segtype="paragraph" creationdate="20240229T235959Z" usagecount="3"><note xml:lang="en">n</note><prop type="x-p">v</prop><prop type="x-q" o-encoding="utf-8"/>
<tuv xml:lang="en-US" changedate="20230101T000000Z"><prop type="x">y</prop><seg>A <bpt i="1" x="1" type="bold">**</bpt>b <ph x="2" type="lb" assoc="p">&lt;a title="<sub>sub <bpt i="3">(</bpt>x<ept i="3">)</ept></sub>"></ph><bpt i="2">_</bpt><ept i="1">**</ept>c<ept i="2">_</ept> <it pos="begin" x="4">&lt;i></it><hi type="term" x="5">h <hi>i</hi></hi></seg></tuv>
<tuv xml:lang="de-DE"><seg><ph x="2"/><bpt i="9" x="1"/>b<ept i="9"/><it pos="end" x="4"/><hi x="5"/></seg></tuv>
<tuv xml:lang="sr-Latn-RS"><seg/></tuv><tuv xml:lang="i-klingon"><seg/></tuv><tuv xml:lang="en-GB-oed"><seg/></tuv></tu>
<tu srclang="fr"><tuv xml:lang="fr"><seg>x</seg></tuv></tu>
<tu srclang="*all*"><tuv xml:lang="ja"><seg>x</seg></tuv></tu>`,
    `<header ${headerAttributes} creationdate="20240101T000000Z" o-encoding="UTF-8"><note>n</note><ude name="u" base="b"><map unicode="#xF8FF" code="#xF0" ent="e" subst="s"/></ude><prop type="p">v</prop></header>`,
  ),
  tmxOf('', `<header ${headerAttributes.replace('"en-US"', '"*all*"')}></header>`),
];
