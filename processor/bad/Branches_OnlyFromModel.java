// Branches.OnlyFrom has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_OnlyFromModel implements Model, Branches.OnlyFrom {
  public static Branches_OnlyFromModel create(long seed) {
    throw new UnsupportedOperationException("Branches.OnlyFrom has errors; compile again without them");
  }
}
