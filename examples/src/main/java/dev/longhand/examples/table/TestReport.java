package dev.longhand.examples.table;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.metric.ConfusionMatrix;
import dev.longhand.metric.Evaluation;
import dev.longhand.table.NumericColumn;
import dev.longhand.table.Prediction;
import dev.longhand.table.Table;
import dev.longhand.table.TableModel;
import dev.longhand.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Prints how well a network predicts rows that it wasn't trained on. */
final class TestReport {

    /** The most classes whose confusion matrix fits a line. */
    private static final int MOST_CLASSES = 12;

    private final Report report;
    private final TableModel model;

    TestReport(Report report, TableModel model) {
        this.report = report;
        this.model = model;
    }

    void print(Table train, Table test) {
        if (model.recipe().classes().isEmpty()) {
            printErrors((NumericColumn) train.column(model.recipe().target()), test);
        } else {
            printClasses(Evaluation.of(model.model(), model.recipe().dataset(test)));
        }
    }

    private void printClasses(Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        List<String> classes = model.recipe().classes();
        int largest = 0;
        for (int i = 0; i < classes.size(); i++) {
            largest = Math.max(largest, confusion.support(i));
        }
        report.line(
                "Accuracy %.4f, macro F1 %.4f; always the most frequent class: %.4f",
                evaluation.accuracy(), confusion.macro().f1(), (double) largest / confusion.total());
        if (classes.size() > MOST_CLASSES) {
            return;
        }
        List<String> head = new ArrayList<>(List.of("<true \\ predicted"));
        classes.forEach(name -> head.add(Printable.of(name)));
        head.addAll(List.of("precision", "recall", "F1"));
        TextTable table = TextTable.of(head.toArray(String[]::new));
        for (int i = 0; i < classes.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(Printable.of(classes.get(i))));
            for (int j = 0; j < classes.size(); j++) {
                row.add(confusion.count(i, j));
            }
            row.add(number(confusion.precision(i), 4));
            row.add(number(confusion.recall(i), 4));
            row.add(number(confusion.f1(i), 4));
            table.row(row.toArray());
        }
        report.table(table);
    }

    /** Errors in the unit of the target, beside those of always predicting the mean of the training data. */
    private void printErrors(NumericColumn trained, Table test) {
        NumericColumn truth = (NumericColumn) test.column(model.recipe().target());
        List<Prediction> predictions = model.predict(test);
        double mean = 0;
        for (int row = 0; row < trained.size(); row++) {
            mean += trained.value(row) / trained.size();
        }
        double testMean = 0;
        for (int row = 0; row < truth.size(); row++) {
            testMean += truth.value(row) / truth.size();
        }
        double squares = 0;
        double absolute = 0;
        double meanSquares = 0;
        double meanAbsolute = 0;
        double spread = 0;
        for (int row = 0; row < truth.size(); row++) {
            double error = predictions.get(row).number() - truth.value(row);
            double deviation = mean - truth.value(row);
            squares += error * error;
            absolute += Math.abs(error);
            meanSquares += deviation * deviation;
            meanAbsolute += Math.abs(deviation);
            spread += (truth.value(row) - testMean) * (truth.value(row) - testMean);
        }
        int n = truth.size();
        TextTable table = TextTable.of("<", "RMSE", "mean absolute error", "R²");
        table.row(
                "network", number(Math.sqrt(squares / n), 4), number(absolute / n, 4), number(1 - squares / spread, 4));
        table.row(
                "always the mean",
                number(Math.sqrt(meanSquares / n), 4),
                number(meanAbsolute / n, 4),
                number(1 - meanSquares / spread, 4));
        report.table(table);
    }
}
