// Normalizations.Numbers has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Normalizations_NumbersModel implements Model, Normalizations.Numbers {
  public static Normalizations_NumbersModel create(long seed) {
    throw new UnsupportedOperationException("Normalizations.Numbers has errors; compile again without them");
  }
}
