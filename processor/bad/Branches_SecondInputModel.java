// Branches.SecondInput has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_SecondInputModel implements Model, Branches.SecondInput {
  public static Branches_SecondInputModel create(long seed) {
    throw new UnsupportedOperationException("Branches.SecondInput has errors; compile again without them");
  }
}
