// Sequences.Tables has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_TablesModel implements Model, Sequences.Tables {
  public static Sequences_TablesModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Tables has errors; compile again without them");
  }
}
