// ConvolvedSequences.Picture has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_PictureModel implements Model, ConvolvedSequences.Picture {
  public static ConvolvedSequences_PictureModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.Picture has errors; compile again without them");
  }
}
