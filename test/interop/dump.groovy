// What OmegaT holds when it has translated the project: its segments, and the memory as it has read it.
import groovy.json.JsonOutput

if (eventType.name() == 'COMPILE') {
  def segments = project.allEntries.collect {
    [file: it.key.file, source: it.srcText, translation: project.getTranslationInfo(it)?.translation]
  }
  def memory = project.transMemories.collectMany { name, memory ->
    memory.entries.collect { [file: new File(name).name, source: it.source, target: it.translation] }
  }
  new File(project.projectProperties.projectRoot, 'dump.json')
      .setText(JsonOutput.toJson([segments: segments, memory: memory]), 'UTF-8')
}
