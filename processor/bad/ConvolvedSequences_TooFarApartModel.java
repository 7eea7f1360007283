// ConvolvedSequences.TooFarApart has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_TooFarApartModel implements Model, ConvolvedSequences.TooFarApart {
  public static ConvolvedSequences_TooFarApartModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.TooFarApart has errors; compile again without them");
  }
}
