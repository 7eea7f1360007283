package dev.longhand.processor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.processor.check.ActivationFunction;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationFormulaTest {

    /** Names that no formula has by chance. */
    private static final Symbols SYMBOLS = new Symbols("⟨z⟩", "⟨a⟩", "⟨dz⟩", "⟨da⟩");

    private static ActivationFormula formula(Activation activation) {
        return ActivationFormula.of(new ActivationFunction(activation, activation.defaultSlope()));
    }

    private static Set<Value> valuesIn(String text) {
        Set<Value> values = EnumSet.noneOf(Value.class);
        if (text.contains(SYMBOLS.z())) {
            values.add(Value.Z);
        }
        if (text.contains(SYMBOLS.a())) {
            values.add(Value.A);
        }
        if (text.contains(SYMBOLS.da())) {
            values.add(Value.DA);
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "LOG_SOFTMAX"})
    void derivativeReadsTheValuesThatItsExpressionIsWrittenIn(Activation activation) {
        ActivationFormula formula = formula(activation);
        assertThat(valuesIn(formula.derivative().java().apply(SYMBOLS).toString()))
                .isEqualTo(formula.derivative().reads());
    }

    @ParameterizedTest
    @EnumSource
    void wordsSpeakOfTheValuesThatTheDerivativeReads(Activation activation) {
        ActivationFormula formula = formula(activation);
        assertThat(valuesIn(formula.gradientFormula(SYMBOLS)))
                .isEqualTo(formula.derivative().reads());
        assertThat(formula.gradientFormula(SYMBOLS)).startsWith("⟨dz⟩ = ");
        assertThat(valuesIn(formula.forwardComment(SYMBOLS))).isEqualTo(EnumSet.of(Value.Z, Value.A));
    }

    @ParameterizedTest
    @EnumSource
    void gradientIsPassedWhereTheDerivativeIsTakenAsOne(Activation activation) {
        Set<Activation> passing = EnumSet.of(Activation.STEP, Activation.SIGN, Activation.IDENTITY);
        assertThat(formula(activation).passesGradient()).isEqualTo(passing.contains(activation));
    }
}
