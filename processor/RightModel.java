// Right has errors; its model is written without them.
import dev.longhand.model.Model;

abstract class RightModel implements Model, Right {
  public static RightModel create(long seed) {
    throw new UnsupportedOperationException("Right has errors; compile again without them");
  }
}
