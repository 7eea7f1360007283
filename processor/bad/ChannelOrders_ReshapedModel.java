// ChannelOrders.Reshaped has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ChannelOrders_ReshapedModel implements Model, ChannelOrders.Reshaped {
  public static ChannelOrders_ReshapedModel create(long seed) {
    throw new UnsupportedOperationException("ChannelOrders.Reshaped has errors; compile again without them");
  }
}
