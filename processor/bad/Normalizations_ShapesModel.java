// Normalizations.Shapes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Normalizations_ShapesModel implements Model, Normalizations.Shapes {
  public static Normalizations_ShapesModel create(long seed) {
    throw new UnsupportedOperationException("Normalizations.Shapes has errors; compile again without them");
  }
}
