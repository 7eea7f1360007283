// ConvolvedSequences.StandingPool has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_StandingPoolModel implements Model, ConvolvedSequences.StandingPool {
  public static ConvolvedSequences_StandingPoolModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.StandingPool has errors; compile again without them");
  }
}
