package dev.longhand.io;

import dev.longhand.safetensors.TensorEntry;
import java.util.Map;
import java.util.Set;

/** The names that PyTorch's modules give to their tensors. */
final class PyTorchNames {

    private static final Map<String, String> NORM =
            Map.of("weight", "gamma", "bias", "beta", "running_mean", "runningMean", "running_var", "runningVariance");

    private static final Set<String> INTEGERS = Set.of("I8", "I16", "I32", "I64", "U8", "U16", "U32", "U64");

    private PyTorchNames() {}

    /** The name in a layer of this kind of the array that a module calls {@code name}; {@code name} if it's none. */
    static String array(String kind, String name) {
        return switch (kind) {
            case "BatchNorm", "LayerNorm" -> NORM.getOrDefault(name, name);
            case "Rnn", "Lstm", "Gru" ->
                switch (name) {
                    case "weight_ih_l0", "weight_ih" -> "weight";
                    case "weight_hh_l0", "weight_hh" -> "recurrentWeight";
                    case "bias_ih_l0", "bias_ih" -> "bias";
                    case "bias_hh_l0", "bias_hh" -> kind.equals("Gru") ? "recurrentBias" : "bias";
                    default -> name;
                };
            default -> name;
        };
    }

    /** Whether a module has two tensors whose sum is this array. */
    static boolean isSum(TensorSlot slot) {
        String kind = slot.layer().kind();
        return slot.array().equals("bias") && (kind.equals("Rnn") || kind.equals("Lstm"));
    }

    /**
     * The name of the other summand of {@link #isSum}, given that of one; the name itself if it isn't PyTorch's name of a
     * summand.
     */
    static String otherSummand(String name) {
        int at = name.lastIndexOf('.') + 1;
        String last = name.substring(at);
        String other =
                last.startsWith("bias_ih") ? last.replace("bias_ih", "bias_hh") : last.replace("bias_hh", "bias_ih");
        return name.substring(0, at) + other;
    }

    /** Whether a tensor counts batches: an integer that only PyTorch's own training reads. */
    static boolean isCounter(TensorEntry tensor) {
        return INTEGERS.contains(tensor.dtype()) && tensor.name().endsWith(".num_batches_tracked");
    }
}
