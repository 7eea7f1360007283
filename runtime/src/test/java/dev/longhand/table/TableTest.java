package dev.longhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private final Table table = Tables.csv("n,class\n"
            + IntStream.range(0, 100)
                    .mapToObj(i -> i + "," + (i % 5 == 0 ? "rare" : "common") + "\n")
                    .reduce("", String::concat));

    private static Stream<Integer> lines(Table table) {
        return IntStream.range(0, table.rows()).map(table::line).boxed();
    }

    private static long count(Table table, String value) {
        NominalColumn column = (NominalColumn) table.column("class");
        return IntStream.range(0, table.rows())
                .filter(row -> value.equals(column.value(row)))
                .count();
    }

    @Test
    void aSplitSharesNoRowAndDependsOnTheSeedAlone() {
        TableSplit split = table.split(0.75, 1);
        assertThat(split.first().rows()).isEqualTo(75);
        assertThat(split.second().rows()).isEqualTo(25);
        assertThat(Stream.concat(lines(split.first()), lines(split.second())))
                .containsExactlyInAnyOrderElementsOf(lines(table).toList());
        assertThat(lines(split.first())).isSorted();
        assertThat(lines(table.split(0.75, 1).first()))
                .containsExactlyElementsOf(lines(split.first()).toList());
        assertThat(lines(table.split(0.75, 2).first()).toList())
                .isNotEqualTo(lines(split.first()).toList());
    }

    @Test
    void aStratifiedSplitKeepsTheSharesOfClasses() {
        TableSplit split = table.stratifiedSplit("class", 0.75, 1);
        assertThat(count(split.first(), "rare")).isEqualTo(15);
        assertThat(count(split.first(), "common")).isEqualTo(60);
        assertThat(count(split.second(), "rare")).isEqualTo(5);
        assertThat(Stream.concat(lines(split.first()), lines(split.second())))
                .containsExactlyInAnyOrderElementsOf(lines(table).toList());
    }

    @Test
    void aStratifiedSplitTreatsMissingValuesAsOneMore() {
        TableSplit split = Tables.csv("c,x\na,1\na,2\n,3\n,4\n").stratifiedSplit("c", 0.5, 1);
        assertThat(split.first().column("c").missing()).isEqualTo(1);
        assertThat(split.second().column("c").missing()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, Double.NaN})
    void sharesOutsideZeroToOneAreRefused(double share) {
        assertThatThrownBy(() -> table.split(share, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share of " + share + " is not between 0 and 1: use 0.8 for 80 %");
        assertThatThrownBy(() -> table.split(0.999, 1))
                .hasMessage("can't split 100 rows into 100 and 0: both parts need at least 1 row");
    }

    @Test
    void rowsAndColumnsAreChosen() {
        Table chosen = table.subset(3, 1, 3);
        assertThat(lines(chosen)).containsExactly(5, 3, 5);
        assertThat(table.select("class").names()).containsExactly("class");
        assertThat(table.without("class").names()).containsExactly("n");
        assertThatThrownBy(() -> table.subset(100)).hasMessage("there is no row 100: the 100 rows are counted from 0");
    }

    @Test
    void aColumnThatIsNotThereIsRefusedWithTheOneThatIsMeant() {
        assertThatThrownBy(() -> table.column("Class")).hasMessage("test.csv has no column \"Class\", but \"class\"");
        assertThatThrownBy(() -> table.select("x")).hasMessage("test.csv has no column \"x\": it has \"n\", \"class\"");
    }
}
