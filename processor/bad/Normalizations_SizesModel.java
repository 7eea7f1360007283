// Normalizations.Sizes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Normalizations_SizesModel implements Model, Normalizations.Sizes {
  public static Normalizations_SizesModel create(long seed) {
    throw new UnsupportedOperationException("Normalizations.Sizes has errors; compile again without them");
  }
}
