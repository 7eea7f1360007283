// Branches.Same has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_SameModel implements Model, Branches.Same {
  public static Branches_SameModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Same has errors; compile again without them");
  }
}
