package dev.longhand.importer.onnx;

import dev.longhand.Activation;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.MergeSettings;
import dev.longhand.importer.Origin;
import dev.longhand.importer.onnx.ScalarFunctions.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares the functions of one number that nodes compute: as the activation of a layer, or as a layer. */
final class Functions {

    private final OnnxGraph graph;
    private final Drafts drafts;
    private final Map<ScalarExpression, Data> applied = new IdentityHashMap<>();

    Functions(OnnxGraph graph, Drafts drafts) {
        this.graph = graph;
        this.drafts = drafts;
    }

    /** Data as the numbers of a layer, neither scaled nor padded. */
    Data plain(Data data) throws UnexpressibleException {
        Data found = apply(data);
        if (found.pads() != null) {
            throw new UnexpressibleException("it reads padded numbers, which only convolutions and average pools do");
        }
        if (found.scale() != 1) {
            throw new UnexpressibleException("it reads numbers that are multiplied by " + (float) found.scale()
                    + ", which only the weights of a dense layer or a convolution can do");
        }
        return found;
    }

    /** Data without a function that is still to be applied. */
    Data apply(Data data) throws UnexpressibleException {
        ScalarExpression expression = data.function();
        if (expression == null) {
            return data;
        }
        Data found = applied.get(expression);
        if (found == null) {
            found = declare(data, expression);
            applied.put(expression, found);
        }
        return found;
    }

    private Data declare(Data data, ScalarExpression expression) throws UnexpressibleException {
        Optional<Match> match = ScalarFunctions.match(expression.function());
        if (match.isPresent()) {
            return declare(data.with(null).scaled(1), expression, match.get());
        }
        return expression.operands().size() == 1 ? declareLast(expression) : join(expression);
    }

    private Data declare(Data data, ScalarExpression expression, Match match) throws UnexpressibleException {
        boolean isAlone = graph.isReadOnlyBy(data.layer().value(), expression.nodes(), expression.node());
        ActivationSetting activation = match.activation();
        if (match.factor() != 1 || match.shift() != 0) {
            if (!isAlone || !data.layer().isAffine() || data.pads() != null) {
                throw new UnexpressibleException(
                        "it multiplies and adds numbers, which only the weights of a dense layer, a convolution or a"
                                + " batch norm before it could do",
                        expression.node());
            }
            int channels = data.layer().shape().last();
            boolean isLine = activation.isIdentity();
            data.layer()
                    .scale(filled(channels, isLine ? match.scale() : match.factor()), filled(channels, match.shift()));
            data.layer().from(origins(expression));
            if (isLine) {
                return data;
            }
            String most = String.valueOf(match.scale()).replaceAll("\\.0$", "");
            drafts.note("A clip to 0 and " + most + " is " + most
                    + " times a hard sigmoid: what that adds is in the parameters of the layer before, the factor in the"
                    + " weights of the layer after.");
            return activated(data, expression, activation, isAlone).scaled(match.scale());
        }
        if (activation.isIdentity()) {
            boolean isFolded = match.scale() != 1 && isAlone && data.layer().isAffine() && data.pads() == null;
            if (isFolded) {
                data.layer().scale(filled(data.layer().shape().last(), match.scale()), null);
                data.layer().from(origins(expression));
            }
            return isFolded ? data : data.scaled(match.scale());
        }
        return activated(data, expression, activation, isAlone).scaled(match.scale());
    }

    private Data activated(Data data, ScalarExpression expression, ActivationSetting activation, boolean isAlone)
            throws UnexpressibleException {
        if (data.pads() != null) {
            throw new UnexpressibleException("it reads padded numbers", expression.node());
        }
        if (isAlone && data.layer().takesActivation()) {
            data.layer().activate(activation);
            List<Origin> added = origins(expression);
            added.removeAll(data.layer().origins());
            data.layer().from(added);
            return data;
        }
        Draft layer = drafts.add(expression.node(), new LayerSettings.Activate(activation), data.layer());
        return data.by(layer);
    }

    /** The nodes of a function in the order of the file, the last one last. */
    private List<Origin> origins(ScalarExpression expression) {
        return new ArrayList<>(expression.nodes().stream()
                .sorted(Comparator.comparingInt(Node::index))
                .map(Node::origin)
                .toList());
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    /** The function of the last node alone, of what the ones before it compute. */
    private Data declareLast(ScalarExpression expression) throws UnexpressibleException {
        Data operand = apply(expression.operands().get(0));
        ScalarExpression alone = ScalarExpression.alone(expression, operand);
        Optional<Match> match = ScalarFunctions.match(alone.function());
        if (match.isPresent()) {
            return declare(operand.with(null).scaled(1), alone, match.get());
        }
        if (expression.node().operator().equals("HardSwish")) {
            Data plain = plain(operand);
            Draft gate = drafts.add(
                    expression.node(),
                    new LayerSettings.Activate(ActivationSetting.of(Activation.HARD_SIGMOID)),
                    plain.layer());
            return plain.by(
                    drafts.add(expression.node(), new MergeSettings(MergeSettings.Kind.MULTIPLY), plain.layer(), gate));
        }
        throw new UnexpressibleException("Longhand has no such activation", expression.node());
    }

    private Data join(ScalarExpression expression) throws UnexpressibleException {
        if (expression.operands().size() != 2) {
            throw new UnexpressibleException("Longhand has no such activation", expression.node());
        }
        MergeSettings.Kind kind = MergeOperators.kind(expression.node());
        try {
            return MergeOperators.join(
                    expression.node(),
                    kind,
                    plain(expression.operands().get(0)),
                    plain(expression.operands().get(1)),
                    drafts);
        } catch (UnexpressibleException e) {
            throw new UnexpressibleException(e.reason(), e.nodeOr(expression.node()));
        }
    }
}
