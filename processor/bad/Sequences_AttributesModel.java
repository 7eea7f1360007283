// Sequences.Attributes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_AttributesModel implements Model, Sequences.Attributes {
  public static Sequences_AttributesModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Attributes has errors; compile again without them");
  }
}
