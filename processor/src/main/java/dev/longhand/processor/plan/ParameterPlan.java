package dev.longhand.processor.plan;

import dev.longhand.Shape;
import dev.longhand.processor.check.Initialization;
import java.util.List;

/**
 * One array of parameters.
 *
 * @param name as in files: {@code weight}
 * @param symbol as in formulas: {@code W}
 * @param constant the constant of its offset: {@code P_HIDDEN_W}
 * @param offset where it begins in the flat array
 * @param shape its dimensions
 * @param initial its initial values
 * @param isPenalized whether penalties apply to it: not to biases, nor to the γ and β of a normalization
 */
public record ParameterPlan(
        String name,
        String symbol,
        String constant,
        int offset,
        Shape shape,
        ScaledInitialization initial,
        boolean isPenalized) {

    /**
     * The initial values of an array of parameters, whose distribution may depend on the inputs and units.
     *
     * @param initialization a distribution, or values
     * @param fanIn the inputs of one unit
     * @param fanOut the units that one input goes to
     */
    public record ScaledInitialization(Initialization initialization, int fanIn, int fanOut) {}

    /** The number of parameters. */
    public int size() {
        return shape.size();
    }

    /** A distribution, or values. */
    public Initialization initialization() {
        return initial.initialization();
    }

    /** Whether its values are too many to be written where the layer is described, so that methods hold them. */
    public boolean hasValueMethods() {
        return MethodBudget.needMethods(initialization().values());
    }

    /** The values that go into one method. */
    public List<MethodPart<Float>> valueParts() {
        return MethodBudget.values(initialization().values());
    }
}
