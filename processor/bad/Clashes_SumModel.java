// Clashes.Sum has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Clashes_SumModel implements Model, Clashes.Sum {
  public static Clashes_SumModel create(long seed) {
    throw new UnsupportedOperationException("Clashes.Sum has errors; compile again without them");
  }
}
