// Floats.Layers has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Floats_LayersModel implements Model, Floats.Layers {
  public static Floats_LayersModel create(long seed) {
    throw new UnsupportedOperationException("Floats.Layers has errors; compile again without them");
  }
}
