import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.Segment;
import net.sf.okapi.filters.xliff2.XLIFF2Filter;

/**
 * Takes XLIFF 2 files through Okapi's filter and writer. The argument is a file with a line for each: input, output, target
 * language, and any number of edits `UNIT SEGMENT TEXT`: the text is added to the end of that target. Fields end with a tab.
 * Prints a line of JSON for each: how many edits were made, or the exception.
 */
class RoundTrip {
  public static void main(String[] args) throws Exception {
    var lines = new StringBuilder();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] fields = line.split("\t");
      String result;
      try {
        result = "{\"edited\":" + take(fields) + "}";
      } catch (Exception e) {
        result = "{\"error\":\"" + String.valueOf(e.getMessage()).replaceAll("[\\p{Cntrl}\"\\\\]", " ") + "\"}";
      }
      lines.append(result).append('\n');
    }
    System.out.print(lines);
  }

  static int take(String[] fields) throws Exception {
    Map<String, String> edits = new HashMap<>();
    for (int at = 3; at + 2 < fields.length; at += 3) edits.put(fields[at] + "\t" + fields[at + 1], fields[at + 2]);
    LocaleId target = LocaleId.fromString(fields[2]);
    int edited = 0;
    try (var filter = new XLIFF2Filter();
        IFilterWriter writer = filter.createFilterWriter()) {
      filter.open(new RawDocument(new File(fields[0]).toURI(), "UTF-8", LocaleId.fromString("en-US"), target));
      writer.setOptions(target, "UTF-8");
      writer.setOutput(fields[1]);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit()) edited += edit(event.getTextUnit(), target, edits);
        writer.handleEvent(event);
      }
    }
    return edited;
  }

  static int edit(ITextUnit unit, LocaleId target, Map<String, String> edits) {
    int edited = 0;
    if (!unit.hasTarget(target)) return 0;
    for (Segment segment : unit.getTargetSegments(target)) {
      String text = edits.get(unit.getId() + "\t" + segment.getId());
      if (text == null) continue;
      segment.getContent().append(text);
      edited++;
    }
    return edited;
  }
}
