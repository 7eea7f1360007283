// ConvolvedSequences.PaddedTooLarge has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_PaddedTooLargeModel implements Model, ConvolvedSequences.PaddedTooLarge {
  public static ConvolvedSequences_PaddedTooLargeModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.PaddedTooLarge has errors; compile again without them");
  }
}
