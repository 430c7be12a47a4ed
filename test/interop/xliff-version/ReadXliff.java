import java.io.File;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;

/** Prints a line for each file: how many segments it has, and how many of them a target; or why it is refused. */
class ReadXliff {
  public static void main(String[] files) {
    for (String file : files) System.out.println(read(new File(file)));
  }

  private static String read(File file) {
    int segments = 0;
    int targets = 0;
    try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
      reader.open(file);
      while (reader.hasNext()) {
        Event event = reader.next();
        if (!event.isUnit()) continue;
        for (Segment segment : event.getUnit().getSegments()) {
          segments++;
          if (segment.hasTarget()) targets++;
        }
      }
    } catch (Exception error) {
      return "refused: " + error.getMessage().replaceAll("\\s+", " ");
    }
    return segments + " " + targets;
  }
}
