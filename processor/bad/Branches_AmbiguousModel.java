// Branches.Ambiguous has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_AmbiguousModel implements Model, Branches.Ambiguous {
  public static Branches_AmbiguousModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Ambiguous has errors; compile again without them");
  }
}
