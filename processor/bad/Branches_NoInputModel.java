// Branches.NoInput has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_NoInputModel implements Model, Branches.NoInput {
  public static Branches_NoInputModel create(long seed) {
    throw new UnsupportedOperationException("Branches.NoInput has errors; compile again without them");
  }
}
