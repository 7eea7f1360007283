// ConvolvedSequences.PoolBeside has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_PoolBesideModel implements Model, ConvolvedSequences.PoolBeside {
  public static ConvolvedSequences_PoolBesideModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.PoolBeside has errors; compile again without them");
  }
}
