// ConvolvedSequences.LongPool has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_LongPoolModel implements Model, ConvolvedSequences.LongPool {
  public static ConvolvedSequences_LongPoolModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.LongPool has errors; compile again without them");
  }
}
