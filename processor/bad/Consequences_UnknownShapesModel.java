// Consequences.UnknownShapes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Consequences_UnknownShapesModel implements Model, Consequences.UnknownShapes {
  public static Consequences_UnknownShapesModel create(long seed) {
    throw new UnsupportedOperationException("Consequences.UnknownShapes has errors; compile again without them");
  }
}
