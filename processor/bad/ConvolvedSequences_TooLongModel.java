// ConvolvedSequences.TooLong has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_TooLongModel implements Model, ConvolvedSequences.TooLong {
  public static ConvolvedSequences_TooLongModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.TooLong has errors; compile again without them");
  }
}
