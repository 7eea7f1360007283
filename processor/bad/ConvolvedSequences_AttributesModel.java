// ConvolvedSequences.Attributes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_AttributesModel implements Model, ConvolvedSequences.Attributes {
  public static ConvolvedSequences_AttributesModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.Attributes has errors; compile again without them");
  }
}
