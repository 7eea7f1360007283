// Shapes.Pixels has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Shapes_PixelsModel implements Model, Shapes.Pixels {
  public static Shapes_PixelsModel create(long seed) {
    throw new UnsupportedOperationException("Shapes.Pixels has errors; compile again without them");
  }
}
