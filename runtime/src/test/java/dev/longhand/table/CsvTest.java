package dev.longhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.io.InvalidFileException;
import dev.longhand.random.CountedRandom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final CsvFormat STANDARD = CsvFormat.standard();

    @TempDir
    private Path folder;

    private static double[] numbers(Table table, String column) {
        NumericColumn numbers = (NumericColumn) table.column(column);
        double[] values = new double[numbers.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = numbers.value(row);
        }
        return values;
    }

    private static String[] texts(Table table, String column) {
        NominalColumn nominal = (NominalColumn) table.column(column);
        String[] values = new String[nominal.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = nominal.value(row);
        }
        return values;
    }

    private static void assertRefused(String text, CsvFormat format, String message) {
        assertThatThrownBy(() -> Tables.read(text, format))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("test.csv: " + message);
    }

    @Test
    void numbersAndWordsAreToldApart() {
        Table table = Tables.csv("age,sex\n36,male\n.5, female \n-1e2,male\n");
        assertThat(table.names()).containsExactly("age", "sex");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(numbers(table, "age")).containsExactly(36, 0.5, -100);
        assertThat(texts(table, "sex")).containsExactly("male", "female", "male");
        assertThat(table.column("sex").categories()).containsExactly("female", "male");
        assertThat(table.column("age").categories()).containsExactly("-100", "0.5", "36");
        assertThat(table).hasToString("""
                test.csv: 3 rows, 2 columns
                "age": -100 to 36
                "sex": 2 categories, "female", "male"
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x1p3", "1,5", "١", "--1", "1e", "e1", ".", "+", "1 000", "1_000"})
    void whatJavaOrOthersReadAsNumbersIsNone(String field) {
        assertThat(NumberText.isNumber(field, '.')).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "+12, 12", "1., 1", ".25, 0.25", "1E+3, 1000", "1e-3, 0.001", "0.1, 0.1"})
    void numbersAreRead(String field, double value) {
        assertThat(NumberText.isNumber(field, '.')).isTrue();
        assertThat(NumberText.parse(field, '.')).isEqualTo(value);
    }

    @Test
    void fieldsInQuotesHoldDelimitersQuotesAndLineEnds() {
        Table table = Tables.csv("\"a, b\",c\r\n\"x \"\"y\"\"\nz\",1\r\n , 2\r\n");
        assertThat(table.names()).containsExactly("a, b", "c");
        assertThat(texts(table, "a, b")).containsExactly("x \"y\"\nz", null);
        assertThat(table.line(1)).isEqualTo(4);
    }

    @Test
    void emptyLinesAreSkippedAndTheLastNeedsNoEnd() {
        Table table = Tables.csv("a\n\n1\n\n\n2");
        assertThat(numbers(table, "a")).containsExactly(1, 2);
        assertThat(table.line(0)).isEqualTo(3);
        assertThat(table.line(1)).isEqualTo(6);
    }

    @Test
    void delimiterQuoteAndDecimalCommaAreSettings() {
        assertThat(numbers(Tables.csv("a\tb\n1\t2\n", STANDARD.delimiter('\t')), "b"))
                .containsExactly(2);
        assertThat(texts(Tables.csv("a\n'x,y'\n", STANDARD.quote('\'')), "a")).containsExactly("x,y");
        Table german = Tables.csv("a;b\n1,5;-2,25e1\n3;,5\n", STANDARD.decimalComma());
        assertThat(numbers(german, "a")).containsExactly(1.5, 3);
        assertThat(numbers(german, "b")).containsExactly(-22.5, 0.5);
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', 'x', '1', '\n', '\r'})
    void marksThatCannotDelimitAreRefused(char mark) {
        assertThatThrownBy(() -> STANDARD.delimiter(mark))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a letter, a digit, a line end or the other mark: use ','");
    }

    @Test
    void withoutAHeaderColumnsAreNumberedOrNamed() {
        assertThat(Tables.csv("1,2\n", STANDARD.withoutHeader()).names()).containsExactly("column 1", "column 2");
        assertThat(Tables.csv("1,2\n", STANDARD.withoutHeader("a", "b")).names())
                .containsExactly("a", "b");
        assertThat(Tables.csv(",b\n1,2\n").names()).containsExactly("column 1", "b");
        assertRefused(
                "1,2,3\n", STANDARD.withoutHeader("a", "b"), "line 1 has 3 fields, but 2 columns are named: a, b");
        assertThatThrownBy(() -> STANDARD.withoutHeader("a", "a"))
                .hasMessage("two of the names [a, a] are the same: columns need different ones");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkSaysTheEncoding(String charset) throws IOException {
        byte[] bytes = "\uFEFFgröße,x\n1,é\n".getBytes(Charset.forName(charset));
        for (CsvFormat format : new CsvFormat[] {STANDARD, STANDARD.charset(StandardCharsets.ISO_8859_1)}) {
            Table table = Table.csv(new ByteArrayInputStream(bytes), "test.csv", format);
            assertThat(table.names()).containsExactly("größe", "x");
            assertThat(texts(table, "x")).containsExactly("é");
        }
    }

    @Test
    void otherEncodingsAreASettingAndWrongBytesAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin.csv"), "a\n1\né\n".getBytes(StandardCharsets.ISO_8859_1));
        Table table =
                Table.csv(file, STANDARD.charset(StandardCharsets.ISO_8859_1).nominal("a"));
        assertThat(texts(table, "a")).containsExactly("1", "é");
        assertThatThrownBy(() -> Table.csv(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageEndingWith("it has bytes that are no UTF-8 text: set its encoding, with"
                        + " CsvFormat.charset(StandardCharsets.ISO_8859_1) for instance");
    }

    @Test
    void missingValuesAreCountedAndNamed() {
        Table table = Tables.csv("age,sex\n36,\nNA,male\n?,N/A\n1,null\n");
        assertThat(table.missing()).isEqualTo(5);
        assertThat(table.column("age").missing()).isEqualTo(2);
        assertThat(table.missingValues().map(MissingValue::toString))
                .containsExactly(
                        "line 3, column \"age\"",
                        "line 4, column \"age\"",
                        "line 2, column \"sex\"",
                        "line 4, column \"sex\"",
                        "line 5, column \"sex\"");
        assertThat(table.missingValues().findFirst()).contains(new MissingValue(1, 3, "age"));
        assertThat(table.withoutMissing("age").missing()).isEqualTo(2);
        assertThatThrownBy(table::withoutMissing).hasMessage("a table needs at least 1 row, but the subset names none");
        assertThat(numbers(Tables.csv("a\n-\n1\n", STANDARD.missing("-")), "a")).containsExactly(Double.NaN, 1);
        assertThat(Tables.csv("a,b\n,1\n,2\n").toString()).contains("\"a\": no values, 2 missing\n");
    }

    /** What pandas reads as missing is so in columns of numbers and of categories, and is no category. */
    @Test
    void nanIsMissingInEveryColumn() {
        for (String field : new String[] {"NaN", "nan", "", "NA", "N/A", "n/a", "#N/A", "<NA>", "null", "NULL", "?"}) {
            Table table = Tables.csv("a,b\n1,x\n" + field + "," + field + "\n2,y\n");
            assertThat(numbers(table, "a")).containsExactly(1, Double.NaN, 2);
            assertThat(table.column("b").categories()).containsExactly("x", "y");
            assertThat(table.missingValues().map(MissingValue::toString))
                    .containsExactly("line 3, column \"a\"", "line 3, column \"b\"");
        }
        assertThat(Tables.csv("b\nx\nNaN\n", STANDARD.missing("-")).column("b").categories())
                .containsExactly("NaN", "x");
        assertThat(Tables.csv("b\nx\nNone\n").column("b").categories()).containsExactly("None", "x");
    }

    @Test
    void kindsCanBeOverridden() {
        assertThat(texts(Tables.csv("zip\n01234\n80331\n", STANDARD.nominal("zip")), "zip"))
                .containsExactly("01234", "80331");
        assertRefused(
                "a\n1\nx\ny\n",
                STANDARD.numeric("a"),
                "line 3, column \"a\" holds \"x\", which isn't a number: correct it, or add it to CsvFormat.missing");
        assertThatThrownBy(() -> Tables.read("a,b\n1,2\n", STANDARD.nominal("A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.csv has no column \"A\", whose kind is given: it has \"a\", \"b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-NaN", "NAN", "inf", "-Infinity"})
    void numbersThatAreNotFiniteAreRefused(String field) {
        assertRefused(
                "a,b\n1,2\n3," + field + "\n",
                STANDARD,
                "line 3, column \"b\" holds \"" + field
                        + "\", which no network can learn from: correct it, or add it to CsvFormat.missing");
    }

    @Test
    void numbersTooLargeForADoubleAreRefused() {
        assertRefused(
                "a\n1\n1e999\n",
                STANDARD,
                "line 3, column \"a\" holds \"1e999\", which is larger than a double can be: correct it");
    }

    @Test
    void aWordAmongManyNumbersIsRefusedUnlessTheColumnIsNominal() {
        String text = "a\n" + "1\n".repeat(9) + "l0\n";
        assertRefused(
                text,
                STANDARD,
                "line 11, column \"a\" holds \"l0\", but 9 of its fields are numbers: correct it, add it to"
                        + " CsvFormat.missing, or call the column nominal");
        assertThat(Tables.csv(text, STANDARD.nominal("a")).column("a").categories())
                .containsExactly("1", "l0");
        assertThat(Tables.csv("a\n1\n2\nx\n").column("a").categories()).containsExactly("1", "2", "x");
    }

    @Test
    void theOtherDecimalMarkIsRefused() {
        assertRefused(
                "a;b\n1;1,5\n2;2\n",
                STANDARD.delimiter(';'),
                "line 2, column \"b\" holds \"1,5\", if that's a number, set CsvFormat.decimalComma(), else call the"
                        + " column nominal");
        assertRefused(
                "a;b\n1;1.5\n2;2\n",
                STANDARD.decimalComma(),
                "line 2, column \"b\" holds \"1.5\", if that's a number, leave out CsvFormat.decimalComma(), else call"
                        + " the column nominal");
    }

    @Test
    void brokenRowsAreRefused() {
        assertRefused("a,b\n1,2\n3\n", STANDARD, "line 3 has 1 field, but line 1 has 2");
        assertRefused("a,b\n1,2,3\n", STANDARD, "line 2 has 3 fields, but line 1 has 2");
        assertRefused("", STANDARD, "it's empty");
        assertRefused("\n\n", STANDARD, "it's empty");
        assertRefused("a,b\n", STANDARD, "it has a header but no rows");
        assertRefused("a,b, a\n1,2,3\n", STANDARD, "columns 1 and 3 are both named \"a\": give them different names");
        assertRefused(
                "a;b\n1;2\n",
                STANDARD,
                "its header \"a;b\" is a single column: set the delimiter, with CsvFormat.delimiter(';')");
        assertRefused(
                "a\tb\n1\t2\n",
                STANDARD,
                "its header \"a\\u0009b\" is a single column: set the delimiter, with CsvFormat.delimiter('\\t')");
        assertRefused(
                "a,b\n1,\"2\n3,4\n",
                STANDARD,
                "it isn't valid CSV: Unclosed quoted field at end of input (record starting at line 2)");
        assertRefused(
                "a,b\n1,\"2\"3\n",
                STANDARD,
                "it isn't valid CSV: Unexpected character after closing quote: '3' (0x33) (record starting at line 2)");
    }

    @Test
    void rowsColumnsAndFieldsHaveLimits() {
        assertThatThrownBy(() -> Tables.read(",".repeat(16_384) + "\n", STANDARD))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("16384 fields");
        assertThat(Tables.csv(",".repeat(16_383) + "\n" + ",".repeat(16_383) + "\n")
                        .names())
                .hasSize(16_384);
        assertThatThrownBy(() -> Tables.read("a\n" + "x".repeat((1 << 20) + 1) + "\n", STANDARD))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("1048576 characters");
        assertThat(Tables.csv("a\n" + "x".repeat(1 << 20) + "\n").rows()).isEqualTo(1);
    }

    @Test
    void randomBytesAreATableOrRefused() throws IOException {
        String[] pieces = {
            ",", ";", "\"", "\n", "\r", "\r\n", "1", "-2.5", "1e9", "a", " ", "NaN", "\uFEFF", "\0", "\uD83D\uDE00"
        };
        int tables = 0;
        for (int i = 0; i < 20_000; i++) {
            long key = CountedRandom.key(1, 2, i);
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 1 + i % 30; piece++) {
                text.append(pieces[CountedRandom.below(pieces.length, key, piece)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (i % 4 == 0) {
                bytes[CountedRandom.below(bytes.length, key, 100)] ^= (byte) 0x80;
            }
            CsvFormat format = i % 3 == 0 ? STANDARD.withoutHeader() : STANDARD;
            try {
                Table table = Table.csv(new ByteArrayInputStream(bytes), "test.csv", format);
                assertThat(table.toString()).startsWith("test.csv: " + table.rows() + " row");
                tables++;
            } catch (InvalidFileException e) {
                assertThat(e).hasMessageStartingWith("test.csv: ");
            }
        }
        assertThat(tables).isGreaterThan(1_000);
    }

    @Test
    void filesThatAreNotThereAreRefused() {
        assertThatThrownBy(() -> Table.csv(folder.resolve("none.csv")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> Table.csv(folder)).hasMessageContaining("it's a folder, not a file to read");
    }
}
