// Inputs.Deep has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Inputs_DeepModel implements Model, Inputs.Deep {
  public static Inputs_DeepModel create(long seed) {
    throw new UnsupportedOperationException("Inputs.Deep has errors; compile again without them");
  }
}
