package dev.longhand.optimizer;

/** An optimizer defined by its settings: optimizers with equal settings are equal. */
abstract class ConfiguredOptimizer implements Optimizer {

    private final Settings settings;

    ConfiguredOptimizer(Settings settings) {
        this.settings = settings;
    }

    @Override
    public final double learningRate() {
        return get(Setting.LEARNING_RATE);
    }

    @Override
    public final double l1() {
        return get(Setting.L1);
    }

    @Override
    public final double l2() {
        return get(Setting.L2);
    }

    final double get(Setting setting) {
        return settings.get(setting);
    }

    /** The settings with another value for one of them. */
    final Settings with(Setting setting, double value) {
        return settings.with(setting, value);
    }

    final Settings settings() {
        return settings;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // the subclasses are final
    public boolean equals(Object other) {
        return other instanceof ConfiguredOptimizer optimizer
                && getClass() == optimizer.getClass()
                && settings.equals(optimizer.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + settings + "]";
    }
}
