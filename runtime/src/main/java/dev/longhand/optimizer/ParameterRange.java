package dev.longhand.optimizer;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring parameters that are treated alike.
 *
 * @param from the first of them
 * @param to the one after the last
 * @param l1 the factor of the penalty on absolute values
 * @param l2 the factor of the penalty on squares
 */
record ParameterRange(int from, int to, float l1, float l2) {

    /** The parameters that aren't frozen, without their penalties. */
    static List<ParameterRange> trained(ModelInfo model, LayerRules rules) {
        List<ParameterRange> ranges = new ArrayList<>();
        for (LayerInfo layer : model.layers()) {
            for (ParameterInfo parameter : layer.parameters()) {
                if (!rules.isFrozen(layer)) {
                    add(ranges, parameter, 0, 0);
                }
            }
        }
        return ranges;
    }

    /** The parameters that aren't frozen and have a penalty. */
    static List<ParameterRange> penalized(ModelInfo model, LayerRules rules, Optimizer optimizer) {
        List<ParameterRange> ranges = new ArrayList<>();
        for (LayerInfo layer : model.layers()) {
            for (ParameterInfo parameter : layer.parameters()) {
                float l1 = (float) rules.l1Of(layer.name(), declared(parameter.l1(), optimizer.l1()));
                float l2 = (float) rules.l2Of(layer.name(), declared(parameter.l2(), optimizer.l2()));
                if (parameter.penalized() && !rules.isFrozen(layer) && (l1 != 0 || l2 != 0)) {
                    add(ranges, parameter, l1, l2);
                }
            }
        }
        return ranges;
    }

    private static double declared(float factor, double optimizers) {
        return Float.isNaN(factor) ? optimizers : factor;
    }

    /** Adds an array, joined to the range before it if that is its neighbour and treated alike. */
    private static void add(List<ParameterRange> ranges, ParameterInfo parameter, float l1, float l2) {
        int from = parameter.offset();
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).to == from && ranges.get(last).l1 == l1 && ranges.get(last).l2 == l2) {
            from = ranges.remove(last).from;
        }
        ranges.add(new ParameterRange(from, parameter.offset() + parameter.size(), l1, l2));
    }
}
