package dev.longhand.optimizer;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of one optimizer, each within its range. Immutable. */
record Settings(Map<Setting, Double> values) {

    /** A learning rate, and no penalties. */
    static Settings learningRate(double learningRate) {
        return new Settings(Map.of())
                .with(Setting.LEARNING_RATE, learningRate)
                .with(Setting.L1, 0)
                .with(Setting.L2, 0);
    }

    /**
     * These settings with another value for one of them.
     *
     * @throws IllegalArgumentException if the value is outside the setting's range
     */
    Settings with(Setting setting, double value) {
        setting.check(value);
        Map<Setting, Double> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        changed.put(setting, value);
        return new Settings(changed);
    }

    double get(Setting setting) {
        Double value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("the optimizer has no " + setting.label());
        }
        return value;
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
