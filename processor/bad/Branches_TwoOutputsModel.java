// Branches.TwoOutputs has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_TwoOutputsModel implements Model, Branches.TwoOutputs {
  public static Branches_TwoOutputsModel create(long seed) {
    throw new UnsupportedOperationException("Branches.TwoOutputs has errors; compile again without them");
  }
}
