// Sequences.Classes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_ClassesModel implements Model, Sequences.Classes {
  public static Sequences_ClassesModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Classes has errors; compile again without them");
  }
}
