// Inputs.Nothing has errors; its model is written without them.
package bad;

import dev.longhand.model.Model;

abstract class Inputs_NothingModel implements Model, Inputs.Nothing {
  public static Inputs_NothingModel create(long seed) {
    throw new UnsupportedOperationException("Inputs.Nothing has errors; compile again without them");
  }
}
