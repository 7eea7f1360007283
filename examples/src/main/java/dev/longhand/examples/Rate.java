package dev.longhand.examples;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number above 0, as a learning rate is. */
public final class Rate implements ITypeConverter<Double> {

    @Override
    public Double convert(String value) {
        try {
            double rate = Double.parseDouble(value);
            if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // The message below covers this too.
        }
        throw new TypeConversionException("'" + value + "' is not a number above 0");
    }
}
