// ConvolvedSequences.PaddedForImages has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ConvolvedSequences_PaddedForImagesModel implements Model, ConvolvedSequences.PaddedForImages {
  public static ConvolvedSequences_PaddedForImagesModel create(long seed) {
    throw new UnsupportedOperationException("ConvolvedSequences.PaddedForImages has errors; compile again without them");
  }
}
