// Right has errors; its model is written without them.
import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class RightModel implements Model, Right {
  public static RightModel create(long seed) {
    throw new UnsupportedOperationException("Right has errors; compile again without them");
  }
}
