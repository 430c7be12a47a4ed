type Style = 'trados' | 'memoq' | 'omegat' | 'okapi' | 'xliff2' | 'xliff12';

/** Small memories as tools write them. All of them are invented. */
export const documents: Readonly<Record<Style, string>> = {
  trados: `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="SomeStudio" creationtoolversion="1.0" o-tmf="SomeTM" datatype="xml" segtype="sentence" adminlang="de-DE" srclang="en-us" creationdate="20190203T101112Z" creationid="HOST\\someone"><prop type="x-Recognizers">All</prop></header>
<body>
<tu creationdate="20190304T050607Z" creationid="HOST\\someone" changedate="20200101T000000Z" changeid="x" lastusagedate="20200102T000000Z" usagecount="4">
  <prop type="x-LastUsedBy">someone</prop><prop type="x-Context">0, 0</prop><prop type="x-Origin">TM</prop><note>look &amp; see</note>
  <tuv xml:lang="en-US"><seg>Press <bpt i="1" type="bold" x="1" /><ph x="2" type="2" />OK<ept i="1" /> now</seg></tuv>
  <tuv xml:lang="de-DE"><seg><bpt i="1" type="bold" x="1" />OK<ept i="1" /><ph x="2" type="2" /> jetzt</seg></tuv>
</tu>
</body></tmx>`,
  memoq: `<tmx version="1.4"><header creationtool="SomeQ" creationtoolversion="9" segtype="sentence" adminlang="en-us" creationid="a" srclang="en-us" o-tmf="SomeQ" datatype="unknown"></header><body>
<tu changedate="20210102T030405Z" creationdate="20210101T000000Z" creationid="a" changeid="b"><prop type="client"></prop><prop type="project">p</prop>
<tuv xml:lang="en-us"><prop type="x-context-pre">&lt;seg&gt;Before &lt;bpt i='1'&gt;{}&lt;/bpt&gt;it&lt;ept i='1'&gt;{}&lt;/ept&gt;&lt;/seg&gt;</prop><prop type="x-context-post">&lt;seg&gt;After&lt;/seg&gt;</prop><seg>One <bpt i='1'>{}</bpt>two<ept i='1'>{}</ept> <ph>&lt;br/&gt;</ph></seg></tuv>
<tuv xml:lang="hu"><seg>Egy <bpt i='1'>{}</bpt>kettő<ept i='1'>{}</ept> <ph>&lt;br/&gt;</ph></seg></tuv></tu></body></tmx>`,
  omegat: `<tmx version="1.1"><header creationtool="SomeT" creationtoolversion="5" segtype="sentence" o-tmf="T" adminlang="EN-US" srclang="EN-US" datatype="plaintext"/><body>
<!-- Default translations -->
<tu><tuv lang="EN-US"><seg>Hello &lt;b0&gt;you&lt;/b0&gt;</seg></tuv><tuv lang="FR" changeid="me" changedate="20220505T050505Z"><seg>Bonjour</seg></tuv></tu></body></tmx>`,
  okapi: `<tmx version="1.4"><header creationtool="k" creationtoolversion="1" segtype="paragraph" o-tmf="k" adminlang="en" srclang="*all*" datatype="x-md"/><body>
<tu tuid="tu1"><prop type="Txt::FileName">a.md</prop><tuv xml:lang="en"><seg>See <hi type="term">the <it pos="begin" x="1">&lt;i&gt;</it>file</hi><ph x="2" assoc="p" type="fnote">[1: <sub>A <ph>!</ph> note</sub>]</ph>.</seg></tuv>
<tuv xml:lang="sr_latn_rs"><seg>Vidi <it pos="begin" x="1">&lt;i&gt;</it>fajl<ph x="2">[1: <sub>B</sub>]</ph>.</seg></tuv>
<tuv xml:lang="not a tag"><seg>x</seg></tuv><tuv xml:lang="de"><seg> </seg></tuv><tuv xml:lang="it"/></tu></body></tmx>`,
  xliff2: `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.1" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="en-US" trgLang="pt-br">
<x:file id="f" original="a/b.md"><x:group id="g"><x:unit id="u"><mtc:matches><mtc:match ref="#s1"><x:source>No</x:source><x:target>Nao</x:target></mtc:match></mtc:matches>
<x:originalData><x:data id="d1">**</x:data><x:data id="d2">\`c\`</x:data></x:originalData>
<x:segment id="s1" state="final"><x:source>Run <x:mrk id="m" type="term"><x:pc id="a" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">it</x:pc></x:mrk></x:source><x:target><x:pc id="a" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">Rode</x:pc></x:target></x:segment>
<x:ignorable><x:source> </x:source></x:ignorable>
<x:segment id="s2" state="initial"><x:source>Two</x:source><x:target>Dois</x:target></x:segment>
<x:segment id="s3"><x:source>Use <x:ph id="1" dataRef="d2" disp="c" equiv="c"/><x:cp hex="0001"/></x:source><x:target>Usar <x:ph id="1" dataRef="d2" disp="c" equiv="c"/></x:target></x:segment>
<x:segment id="s4"><x:source>Four <x:sc id="9" isolated="yes"/></x:source></x:segment></x:unit></x:group></x:file></x:xliff>`,
  xliff12: `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.md" source-language="en" target-language="sv" datatype="plaintext"><header><note>n</note></header><body>
<trans-unit id="1" approved="yes"><source>A <g id="1" ctype="bold">b</g> <x id="2" ctype="x-code" equiv-text="c"/></source><seg-source><mrk mtype="seg" mid="1">A <g id="1" ctype="bold">b</g> <x id="2" ctype="x-code" equiv-text="c"/></mrk></seg-source><target><mrk mtype="seg" mid="1">En <g id="1" ctype="bold">b</g> <x id="2" ctype="x-code" equiv-text="c"/></mrk></target><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>
<group><trans-unit id="2"><source><bpt id="1" rid="1">&lt;b&gt;</bpt>Z<ept id="2" rid="1">&lt;/b&gt;</ept><it id="3" pos="open">&lt;i&gt;</it></source><target state="translated" state-qualifier="mt-suggestion"><bpt id="1" rid="1">&lt;b&gt;</bpt>Y<ept id="2" rid="1">&lt;/b&gt;</ept></target></trans-unit></group>
<trans-unit id="3"><source>C</source><target state="needs-translation">C</target></trans-unit></body></file></xliff>`,
};
