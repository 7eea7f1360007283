// ConvolvedSequences.TwicePadded has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_TwicePaddedModel implements Model, ConvolvedSequences.TwicePadded {
  public static ConvolvedSequences_TwicePaddedModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.TwicePadded has errors; compile again without them");
  }
}
