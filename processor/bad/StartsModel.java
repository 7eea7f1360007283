// Starts has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class StartsModel implements Model, Starts {
  public static StartsModel create(long seed) {
    throw new UnsupportedOperationException("Starts has errors; compile again without them");
  }
}
