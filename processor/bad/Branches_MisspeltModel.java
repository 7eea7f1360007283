// Branches.Misspelt has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_MisspeltModel implements Model, Branches.Misspelt {
  public static Branches_MisspeltModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Misspelt has errors; compile again without them");
  }
}
