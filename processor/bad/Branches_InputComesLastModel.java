// Branches.InputComesLast has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_InputComesLastModel implements Model, Branches.InputComesLast {
  public static Branches_InputComesLastModel create(long seed) {
    throw new UnsupportedOperationException("Branches.InputComesLast has errors; compile again without them");
  }
}
