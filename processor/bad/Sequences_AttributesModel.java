// Sequences.Attributes has errors; its model is written without them.
package bad;

import dev.longhand.model.Model;

abstract class Sequences_AttributesModel implements Model, Sequences.Attributes {
  public static Sequences_AttributesModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Attributes has errors; compile again without them");
  }
}
