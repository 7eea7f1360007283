// Clashes.Names has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Clashes_NamesModel implements Model, Clashes.Names {
  public static Clashes_NamesModel create(long seed) {
    throw new UnsupportedOperationException("Clashes.Names has errors; compile again without them");
  }
}
