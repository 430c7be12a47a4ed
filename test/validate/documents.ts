/** An XLIFF document around what stands in its root. */
export function xliffOf(content: string, languages = 'srcLang="en-US" trgLang="de-DE"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" ${languages}>
${content}
</xliff>
`;
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

/** Documents that use nearly all of the format, rightly. */
export const validTmx: readonly string[] = [
  tmxOf(
    `<tu tuid="a-1" segtype="paragraph" creationdate="20240229T235959Z" usagecount="3"><note xml:lang="en">n</note><prop type="x-p">v</prop><prop type="x-q" o-encoding="utf-8"/>
<tuv xml:lang="en-US" changedate="20230101T000000Z"><prop type="x">y</prop><seg>A <bpt i="1" x="1" type="bold">**</bpt>b <ph x="2" type="lb" assoc="p">&lt;a title="<sub>sub <bpt i="3">(</bpt>x<ept i="3">)</ept></sub>"></ph><bpt i="2">_</bpt><ept i="1">**</ept>c<ept i="2">_</ept> <it pos="begin" x="4">&lt;i></it><hi type="term" x="5">h <hi>i</hi></hi></seg></tuv>
<tuv xml:lang="de-DE"><seg><ph x="2"/><bpt i="9" x="1"/>b<ept i="9"/><it pos="end" x="4"/><hi x="5"/></seg></tuv>
<tuv xml:lang="sr-Latn-RS"><seg/></tuv></tu>
<tu srclang="fr"><tuv xml:lang="fr"><seg>x</seg></tuv></tu>
<tu srclang="*all*"><tuv xml:lang="ja"><seg>x</seg></tuv></tu>`,
    `<header ${headerAttributes} creationdate="20240101T000000Z" o-encoding="UTF-8"><note>n</note><ude name="u" base="b"><map unicode="#xF8FF" code="#xF0" ent="e" subst="s"/></ude><prop type="p">v</prop></header>`,
  ),
  tmxOf('', `<header ${headerAttributes.replace('"en-US"', '"*all*"')}></header>`),
];
