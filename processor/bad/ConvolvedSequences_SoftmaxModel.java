// ConvolvedSequences.Softmax has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_SoftmaxModel implements Model, ConvolvedSequences.Softmax {
  public static ConvolvedSequences_SoftmaxModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.Softmax has errors; compile again without them");
  }
}
