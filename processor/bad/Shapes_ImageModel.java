// Shapes.Image has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Shapes_ImageModel implements Model, Shapes.Image {
  public static Shapes_ImageModel create(long seed) {
    throw new UnsupportedOperationException("Shapes.Image has errors; compile again without them");
  }
}
