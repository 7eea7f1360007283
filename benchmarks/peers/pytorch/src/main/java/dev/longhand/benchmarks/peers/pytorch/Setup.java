package dev.longhand.benchmarks.peers.pytorch;

import dev.longhand.benchmarks.work.NetworkLayer;
import dev.longhand.benchmarks.work.NetworkLayer.Convolution;
import dev.longhand.benchmarks.work.NetworkLayer.Recurrent;
import java.util.List;
import org.bytedeco.pytorch.global.torch;

/**
 * A choice that PyTorch leaves to its users.
 *
 * @param format how images and kernels are laid out
 * @param usesOneDnn whether operations that oneDNN has are computed by it, as is the default
 * @param description for tables; empty if there is no choice
 */
record Setup(torch.MemoryFormat format, boolean usesOneDnn, String description) {

    /** The set-ups that may be the fastest for a network. */
    static List<Setup> of(List<NetworkLayer> layers) {
        if (layers.stream().anyMatch(Convolution.class::isInstance)) {
            return List.of(
                    new Setup(torch.MemoryFormat.Contiguous, true, "channels first"),
                    new Setup(torch.MemoryFormat.ChannelsLast, true, "channels last"),
                    new Setup(torch.MemoryFormat.Contiguous, false, "channels first, without oneDNN"));
        }
        if (layers.stream().anyMatch(Recurrent.class::isInstance)) {
            return List.of(
                    new Setup(torch.MemoryFormat.Contiguous, true, "oneDNN"),
                    new Setup(torch.MemoryFormat.Contiguous, false, "without oneDNN"));
        }
        return List.of(new Setup(torch.MemoryFormat.Contiguous, true, ""));
    }

    boolean isChannelsLast() {
        return format == torch.MemoryFormat.ChannelsLast;
    }

    /** Makes it that of the operations to come. */
    void apply() {
        torch.globalContext().setUserEnabledMkldnn(usesOneDnn);
    }
}
