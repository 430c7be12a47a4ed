import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.Segment;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.filters.tmx.TmxFilter;
import net.sf.okapi.filters.xliff2.XLIFF2Filter;
import net.sf.okapi.tm.pensieve.common.Metadata;
import net.sf.okapi.tm.pensieve.common.TmHit;
import net.sf.okapi.tm.pensieve.seeker.PensieveSeeker;
import net.sf.okapi.tm.pensieve.tmx.OkapiTmxImporter;
import net.sf.okapi.tm.pensieve.writer.PensieveWriter;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Reads TMX files with Okapi's filter, and looks the segments of XLIFF 2 files up in a Pensieve memory that was filled with
 * one. The argument is a file with a line for each: TMX, target language, any number of XLIFF files; a tab between two.
 * Prints a line of JSON for each: how many units, variants by language and codes the TMX has; how many segments were found,
 * with a source and a target that are the same, and which were not.
 */
class Memory {
  static final LocaleId ENGLISH = LocaleId.fromString("en-US");

  public static void main(String[] args) throws Exception {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] fields = line.split("\t");
      URI tmx = new File(fields[0]).toURI();
      LocaleId target = LocaleId.fromString(fields[1]);
      System.out.println("{\"counts\":" + count(tmx, target) + "," + lookUp(tmx, target, List.of(fields).subList(2, fields.length)) + "}");
    }
  }

  static String count(URI tmx, LocaleId target) throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    try (IFilter filter = new TmxFilter()) {
      filter.open(new RawDocument(tmx, "UTF-8", ENGLISH, target));
      while (filter.hasNext()) {
        Event event = filter.next();
        if (!event.isTextUnit()) continue;
        ITextUnit unit = event.getTextUnit();
        counts.merge("units", 1, Integer::sum);
        counts.merge("codes of source", unit.getSource().getUnSegmentedContentCopy().getCodes().size(), Integer::sum);
        for (LocaleId locale : unit.getTargetLocales()) {
          counts.merge("variants in " + locale, 1, Integer::sum);
          counts.merge("codes of target", unit.getTarget(locale).getUnSegmentedContentCopy().getCodes().size(), Integer::sum);
        }
      }
    }
    return counts.entrySet().stream().map(each -> "\"" + each.getKey() + "\":" + each.getValue()).collect(Collectors.joining(",", "{", "}"));
  }

  static String lookUp(URI tmx, LocaleId target, List<String> documents) throws Exception {
    int found = 0;
    var missed = new StringBuilder();
    var directory = new ByteBuffersDirectory();
    var writer = new PensieveWriter(directory, true);
    if (!documents.isEmpty()) new OkapiTmxImporter(ENGLISH, new TmxFilter()).importTmx(tmx, target, writer);
    writer.close();
    if (documents.isEmpty()) return "\"found\":0,\"missed\":[]";
    try (var seeker = new PensieveSeeker(directory)) {
      for (int number = 0; number < documents.size(); number++) {
        try (IFilter filter = new XLIFF2Filter()) {
          filter.open(new RawDocument(new File(documents.get(number)).toURI(), "UTF-8", ENGLISH, target));
          while (filter.hasNext()) {
            Event event = filter.next();
            if (!event.isTextUnit()) continue;
            for (Segment segment : event.getTextUnit().getSource().getSegments()) {
              TextFragment other = event.getTextUnit().getTargetSegment(target, segment.getId(), false).getContent();
              if (isFound(seeker, segment.getContent(), other)) found++;
              else missed.append(missed.isEmpty() ? "" : ",").append("[").append(number).append(",\"").append(segment.getId()).append("\",").append(best(seeker, segment.getContent())).append("]");
            }
          }
        }
      }
    }
    return "\"found\":" + found + ",\"missed\":[" + missed + "]";
  }

  static boolean isFound(PensieveSeeker seeker, TextFragment source, TextFragment target) {
    for (TmHit hit : seeker.searchExact(source, new Metadata()))
      if (hit.getTu().getTarget().getContent().getText().trim().equals(target.getText().trim())) return true;
    return false;
  }

  /** The score of the best of what is near; 0 where nothing is. */
  static int best(PensieveSeeker seeker, TextFragment source) {
    List<TmHit> hits = seeker.searchFuzzy(source, 50, 1, new Metadata());
    return hits.isEmpty() ? 0 : Math.round(hits.get(0).getScore());
  }
}
