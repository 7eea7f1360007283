// ConvolvedSequences.PaddedByLess has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_PaddedByLessModel implements Model, ConvolvedSequences.PaddedByLess {
  public static ConvolvedSequences_PaddedByLessModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.PaddedByLess has errors; compile again without them");
  }
}
