// Shapes.Huge has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Shapes_HugeModel implements Model, Shapes.Huge {
  public static Shapes_HugeModel create(long seed) {
    throw new UnsupportedOperationException("Shapes.Huge has errors; compile again without them");
  }
}
