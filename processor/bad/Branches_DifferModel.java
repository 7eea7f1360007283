// Branches.Differ has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_DifferModel implements Model, Branches.Differ {
  public static Branches_DifferModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Differ has errors; compile again without them");
  }
}
