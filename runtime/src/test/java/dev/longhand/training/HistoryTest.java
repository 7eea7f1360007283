package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final double NONE = Double.NaN;

    private static final History CLASSES = new History(
            List.of(
                    new EpochResult(1, 0.5, 0.75, 0.625, 0.7, 0.01, 1.25),
                    new EpochResult(2, 0.25, 0.875, 0.75, 0.7, 0.005, 1)),
            "enough");

    private static final History NUMBERS =
            new History(List.of(new EpochResult(1, 12.5, NONE, NONE, NONE, 0.1, 0.01)), null);

    @Test
    void itPrintsAsATable() {
        assertThat(CLASSES)
                .hasToString("epoch       loss  accuracy  validation loss  validation accuracy  seconds\n"
                        + "    1    0.50000    0.7500          0.62500               0.7000     1.25\n"
                        + "    2    0.25000    0.8750          0.75000               0.7000     1.00\n"
                        + "stopped: enough\n");
    }

    @Test
    void columnsWithoutFiguresAreLeftOut() {
        assertThat(NUMBERS).hasToString("epoch       loss  seconds\n    1   12.50000     0.01\n");
    }

    @Test
    void csvLeavesMissingFiguresEmpty() {
        assertThat(CLASSES.toCsv())
                .isEqualTo("epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds\n"
                        + "1,0.5,0.75,0.625,0.7,0.01,1.25\n2,0.25,0.875,0.75,0.7,0.005,1.0\n");
        assertThat(NUMBERS.toCsv()).endsWith("\n1,12.5,,,,0.1,0.01\n");
    }

    @Test
    void jsonIsWhatAParserReads() {
        JsonObject classes = JsonParser.parseString(CLASSES.toJson()).getAsJsonObject();
        assertThat(classes.get("stop_reason").getAsString()).isEqualTo("enough");
        JsonObject second = classes.getAsJsonArray("epochs").get(1).getAsJsonObject();
        assertThat(second.get("epoch").getAsInt()).isEqualTo(2);
        assertThat(second.get("validation_loss").getAsDouble()).isEqualTo(0.75);
        JsonObject numbers = JsonParser.parseString(NUMBERS.toJson()).getAsJsonObject();
        assertThat(numbers.get("stop_reason").isJsonNull()).isTrue();
        assertThat(numbers.toString()).contains("\"accuracy\":null");
        String reason = "a \"quoted\" \\ reason\nin two lines";
        assertThat(JsonParser.parseString(new History(List.of(), reason).toJson())
                        .getAsJsonObject()
                        .get("stop_reason")
                        .getAsString())
                .isEqualTo(reason);
    }

    @Test
    void theBestEpochIsTheFirstOfEqualOnes() {
        assertThat(CLASSES.best(Monitor.LOSS).epoch()).isEqualTo(2);
        assertThat(CLASSES.best(Monitor.VALIDATION_LOSS).epoch()).isEqualTo(1);
        assertThat(CLASSES.best(Monitor.VALIDATION_ACCURACY).epoch()).isEqualTo(1);
        assertThatThrownBy(() -> NUMBERS.best(Monitor.ACCURACY)).hasMessage("no epoch has ACCURACY");
    }

    @Test
    void figuresComeAsAnArrayAndSecondsAsASum() {
        assertThat(CLASSES.values(Monitor.ACCURACY)).containsExactly(0.75, 0.875);
        assertThat(CLASSES.seconds()).isEqualTo(2.25);
        assertThat(CLASSES.stopReason()).contains("enough");
        assertThat(NUMBERS.stopReason()).isEmpty();
    }

    @Test
    void anEmptyHistoryHasNoLastEpoch() {
        assertThatThrownBy(() -> new History(List.of(), null).last()).hasMessage("the training had no epoch");
    }
}
