// Sequences.Forgetful has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_ForgetfulModel implements Model, Sequences.Forgetful {
  public static Sequences_ForgetfulModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Forgetful has errors; compile again without them");
  }
}
