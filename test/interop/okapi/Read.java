import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.sf.okapi.lib.xliff2.core.CTag;
import net.sf.okapi.lib.xliff2.core.Fragment;
import net.sf.okapi.lib.xliff2.core.Part;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.glossary.GlossEntry;
import net.sf.okapi.lib.xliff2.matches.Match;
import net.sf.okapi.lib.xliff2.metadata.IMetadataItem;
import net.sf.okapi.lib.xliff2.metadata.Meta;
import net.sf.okapi.lib.xliff2.metadata.MetaGroup;
import net.sf.okapi.lib.xliff2.metadata.Metadata;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;

/**
 * Reads XLIFF 2 files with all that Okapi's reader can validate, and prints a line of JSON for each: what it counts, or why
 * it refuses the file. The argument is a file with their paths, a path a line.
 */
class Read {
  final Map<String, Integer> counts = new TreeMap<>();
  final MessageDigest texts = digest();

  public static void main(String[] args) throws Exception {
    var lines = new StringBuilder();
    for (String path : Files.readAllLines(Path.of(args[0]))) {
      var read = new Read();
      String error = null;
      try (var reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
        reader.open(new File(path));
        while (reader.hasNext()) read.take(reader.next());
      } catch (Exception e) {
        error = String.valueOf(e.getMessage());
      }
      lines.append(error == null ? read.toJson() : "{\"error\":" + quote(error) + "}").append('\n');
    }
    System.out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  void take(Event event) {
    if (event.isStartFile()) count("files");
    if (event.isMidFile()) metas("metadata", event.getMidFileData().hasMetadata() ? event.getMidFileData().getMetadata() : null);
    if (event.isUnit()) take(event.getUnit());
  }

  void take(Unit unit) {
    count("units");
    add("notes", unit.getNoteCount());
    for (Part part : unit) {
      if (part instanceof Segment segment) {
        count("segments");
        count("state " + segment.getState() + (segment.getSubState() == null ? "" : " " + segment.getSubState()));
      } else count("ignorables");
      side("source", part.getSource());
      if (part.hasTarget()) {
        count("targets");
        side("target", part.getTarget());
      }
    }
    if (unit.hasMatch())
      for (Match match : unit.getMatches()) {
        count("candidate " + match.getType() + " " + match.getMatchQuality().intValue());
        side("candidate source", match.getSource());
        side("candidate target", match.getTarget());
        metas("candidate metadata", match.hasMetadata() ? match.getMetadata() : null);
      }
    if (unit.hasGlossEntry())
      for (GlossEntry entry : unit.getGlossary()) {
        count("terms");
        add("translations of terms", entry.getTranslations().size());
      }
  }

  /** Counts the codes of a text, and adds the text without them to the digest. */
  void side(String name, Fragment fragment) {
    for (Object each : fragment) {
      if (each instanceof CTag) count("codes of " + name);
      else texts.update(each.toString().getBytes(StandardCharsets.UTF_8));
    }
    texts.update((byte) 0);
  }

  void metas(String name, Metadata metadata) {
    if (metadata == null) return;
    for (MetaGroup group : metadata) for (IMetadataItem item : group) if (item instanceof Meta meta) count(meta.getType().equals("spelling") ? name + " spelling" : name);
  }

  void count(String name) {
    add(name, 1);
  }

  void add(String name, int number) {
    if (number > 0) counts.merge(name, number, Integer::sum);
  }

  String toJson() {
    String numbers =
        counts.entrySet().stream().map(each -> quote(each.getKey()) + ":" + each.getValue()).collect(Collectors.joining(","));
    return "{\"counts\":{" + numbers + "},\"texts\":" + quote(HexFormat.of().formatHex(texts.digest())) + "}";
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String quote(String text) {
    var json = new StringBuilder("\"");
    for (char each : text.toCharArray()) {
      if (each < ' ' || each == '"' || each == '\\') json.append(String.format("\\u%04x", (int) each));
      else json.append(each);
    }
    return json.append('"').toString();
  }
}
