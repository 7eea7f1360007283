// Branches.Backwards has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_BackwardsModel implements Model, Branches.Backwards {
  public static Branches_BackwardsModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Backwards has errors; compile again without them");
  }
}
