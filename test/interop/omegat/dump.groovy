// What OmegaT holds when it has translated the project: its segments, and the memory and glossaries as it has read them.
import groovy.json.JsonOutput
import org.omegat.gui.glossary.GlossaryReaderTBX
import org.omegat.gui.glossary.GlossaryReaderTSV

if (eventType.name() == 'COMPILE') {
  def segments = project.allEntries.collect {
    def key = [file: it.key.file, id: it.key.id, prev: it.key.prev, next: it.key.next, path: it.key.path]
    [file: it.key.file, source: it.srcText, translation: project.getTranslationInfo(it)?.translation,
        key: key.findAll { name, value -> value != null }]
  }
  def memory = project.transMemories.collectMany { name, memory ->
    memory.entries.collect { [file: new File(name).name, source: it.source, target: it.translation] }
  }
  // Its manager of glossaries is part of the window, which there is not; these are the readers that it calls.
  def glossary = (new File(project.projectProperties.glossaryRoot).listFiles() ?: []).sort { it.name }.collectMany { file ->
    def entries = file.name.endsWith('.tbx') ? GlossaryReaderTBX.read(file, false) : GlossaryReaderTSV.read(file, false)
    entries.collect { [file: file.name, source: it.srcText, target: it.locText, comment: it.commentText] }
  }
  new File(project.projectProperties.projectRoot, 'dump.json')
      .setText(JsonOutput.toJson([segments: segments, memory: memory, glossary: glossary]), 'UTF-8')
}
