// Branches.Empty has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_EmptyModel implements Model, Branches.Empty {
  public static Branches_EmptyModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Empty has errors; compile again without them");
  }
}
