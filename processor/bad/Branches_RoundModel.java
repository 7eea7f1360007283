// Branches.Round has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_RoundModel implements Model, Branches.Round {
  public static Branches_RoundModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Round has errors; compile again without them");
  }
}
