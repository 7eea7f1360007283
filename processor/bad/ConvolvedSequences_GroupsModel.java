// ConvolvedSequences.Groups has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_GroupsModel implements Model, ConvolvedSequences.Groups {
  public static ConvolvedSequences_GroupsModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.Groups has errors; compile again without them");
  }
}
