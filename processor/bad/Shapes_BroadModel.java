// Shapes.Broad has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Shapes_BroadModel implements Model, Shapes.Broad {
  public static Shapes_BroadModel create(long seed) {
    throw new UnsupportedOperationException("Shapes.Broad has errors; compile again without them");
  }
}
