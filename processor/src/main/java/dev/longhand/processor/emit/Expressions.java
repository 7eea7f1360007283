package dev.longhand.processor.emit;

import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.Literals;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table's expressions with their variables replaced by what stands for them in a method. */
public final class Expressions {

    private static final Pattern VARIABLE = Pattern.compile("\\b(z|a|da)\\b");

    private Expressions() {}

    /** a = f(z). */
    public static String forward(ActivationRule rule, String z) {
        return replace(rule.forward(), Map.of("z", z));
    }

    /** dz from da, with a and z where the rule needs them. */
    public static String gradient(ActivationRule rule, String z, String a, String da) {
        return replace(rule.gradient(), Map.of("z", z, "a", a, "da", da)).replace(" * (", Body.BREAK + "* (");
    }

    /** Whether the derivative is written in terms of {@code variable}. */
    public static boolean gradientNeeds(ActivationRule rule, String variable) {
        return rule.isRowwise()
                ? variable.equals("a")
                : Pattern.compile("\\b" + variable + "\\b")
                        .matcher(rule.gradient())
                        .find();
    }

    /** {@code Activation.RELU}, with its slope where it isn't the default. */
    public static String activation(ActivationRule function) {
        return "Activation." + function.activation()
                + (function.hasOwnSlope() ? ", " + Literals.of(function.slope()) : "");
    }

    private static String replace(String expression, Map<String, String> variables) {
        return VARIABLE.matcher(expression)
                .replaceAll(match -> Matcher.quoteReplacement(variables.getOrDefault(match.group(), match.group())));
    }
}
