// ConvolvedSequences.Weights has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_WeightsModel implements Model, ConvolvedSequences.Weights {
  public static ConvolvedSequences_WeightsModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.Weights has errors; compile again without them");
  }
}
