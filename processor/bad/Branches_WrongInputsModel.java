// Branches.WrongInputs has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_WrongInputsModel implements Model, Branches.WrongInputs {
  public static Branches_WrongInputsModel create(long seed) {
    throw new UnsupportedOperationException("Branches.WrongInputs has errors; compile again without them");
  }
}
