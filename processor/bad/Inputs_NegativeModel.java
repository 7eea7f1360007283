// Inputs.Negative has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Inputs_NegativeModel implements Model, Inputs.Negative {
  public static Inputs_NegativeModel create(long seed) {
    throw new UnsupportedOperationException("Inputs.Negative has errors; compile again without them");
  }
}
