// ConvolvedSequences.Flat has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_FlatModel implements Model, ConvolvedSequences.Flat {
  public static ConvolvedSequences_FlatModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.Flat has errors; compile again without them");
  }
}
