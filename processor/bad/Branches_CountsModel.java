// Branches.Counts has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_CountsModel implements Model, Branches.Counts {
  public static Branches_CountsModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Counts has errors; compile again without them");
  }
}
