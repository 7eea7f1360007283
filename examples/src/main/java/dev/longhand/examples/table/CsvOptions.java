package dev.longhand.examples.table;

import dev.longhand.table.CsvFormat;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how a CSV file is written. */
final class CsvOptions {

    @Option(
            names = "--delimiter",
            converter = Delimiter.class,
            paramLabel = "CHARACTER",
            description = "Between fields, or \"tab\"; by default a comma, with --decimal-comma a semicolon.")
    private char delimiter = ',';

    @Option(names = "--decimal-comma", description = "Numbers have a decimal comma.")
    private boolean decimalComma;

    @Option(
            names = "--no-header",
            description = "The first line is a row; columns are named \"column 1\", \"column 2\" and so on.")
    private boolean noHeader;

    @Option(
            names = "--charset",
            converter = Encoding.class,
            paramLabel = "NAME",
            description = "The encoding, unless a byte order mark says it; default ${DEFAULT-VALUE}.")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--nominal",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns whose numbers are only names.")
    private List<String> nominal = List.of();

    CsvFormat format() {
        CsvFormat format =
                CsvFormat.standard().delimiter(delimiter).charset(charset).nominal(nominal.toArray(String[]::new));
        format = decimalComma ? format.decimalComma() : format;
        return noHeader ? format.withoutHeader() : format;
    }

    /** A character, or the word "tab". */
    static final class Delimiter implements ITypeConverter<Character> {

        @Override
        public Character convert(String value) {
            if (value.equals("tab")) {
                return '\t';
            }
            if (value.length() != 1) {
                throw new TypeConversionException("'" + value + "' is not a single character");
            }
            return value.charAt(0);
        }
    }

    /** An encoding by name. */
    static final class Encoding implements ITypeConverter<Charset> {

        @Override
        public Charset convert(String value) {
            try {
                return Charset.forName(value);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new TypeConversionException("'" + value + "' is no encoding that Java knows, such as ISO-8859-1");
            }
        }
    }
}
