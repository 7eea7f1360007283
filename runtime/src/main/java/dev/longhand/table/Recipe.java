package dev.longhand.table;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Weights;
import dev.longhand.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rows of named columns become the inputs and targets of a network: fitted on the training part of a table, then
 * applied to any row. Immutable.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.forClasses("species").minMax("mass").fit(train);
 * Trainer.of(model).validation(recipe.dataset(validation)).fit(recipe.dataset(train));
 * TableModel.of(model, recipe).save(file);
 * }</pre>
 *
 * <p>A row that holds what the training data didn't is refused with one sentence, unless the {@link Anomaly} is told to
 * {@link #pass}. Values that aren't finite numbers are always refused.
 */
public final class Recipe {

    /** The name of the recipe in the metadata of a weights file. */
    public static final String METADATA = "longhand.recipe";

    static final double FAR_LIMIT = 3;

    private final Target target;
    private final List<Feature> features;
    private final Set<Anomaly> passed;
    private final double farLimit;
    private final int inputs;

    Recipe(Target target, List<Feature> features, Set<Anomaly> passed, double farLimit) {
        this.target = target;
        this.features = List.copyOf(features);
        this.passed = passed;
        this.farLimit = farLimit;
        inputs = features.stream().mapToInt(Feature::width).sum();
    }

    /** A recipe for a network with an output for each value of the target column. */
    public static RecipeBuilder forClasses(String target) {
        return new RecipeBuilder(new TargetPlan(target, TargetPlan.Kind.CLASSES, null));
    }

    /**
     * A recipe for a network with a single output, for a target column of two values; the output is 1 for the second of
     * them in their order.
     */
    public static RecipeBuilder forBinary(String target) {
        return new RecipeBuilder(new TargetPlan(target, TargetPlan.Kind.BINARY, null));
    }

    /** As {@link #forBinary(String)}, with an output of 1 for this value. */
    public static RecipeBuilder forBinary(String target, String positive) {
        return new RecipeBuilder(new TargetPlan(target, TargetPlan.Kind.BINARY, positive));
    }

    /**
     * A recipe for a network with a single output, for a target column of numbers. They are scaled to mean 0 and standard
     * deviation 1 by default; {@link #number} scales outputs back.
     */
    public static RecipeBuilder forRegression(String target) {
        return new RecipeBuilder(new TargetPlan(target, TargetPlan.Kind.REGRESSION, null));
    }

    /**
     * The recipe of a weights file that {@link TableModel#save} wrote.
     *
     * @throws InvalidFileException if the file has none, or it's damaged
     */
    public static Recipe load(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return load(in, file.toString());
        }
    }

    /**
     * The recipe that a stream of a weights file begins with; the stream is read no further than that.
     *
     * @param name the stream's name in messages
     * @throws InvalidFileException if there's none, or it's damaged
     */
    public static Recipe load(InputStream in, String name) throws IOException {
        String json = Weights.metadata(in, name).get(METADATA);
        if (json == null) {
            throw new InvalidFileException(name, "it holds no recipe: save network and recipe with TableModel.save");
        }
        return RecipeReader.read(json, name);
    }

    /** The recipe as metadata for {@link Weights#save(dev.longhand.model.Model, Path, Map)}. */
    public Map<String, String> metadata() {
        return Map.of(METADATA, RecipeWriter.write(this));
    }

    /** The same recipe, which lets these anomalies pass. */
    public Recipe pass(Anomaly... anomalies) {
        EnumSet<Anomaly> more = passed.isEmpty() ? EnumSet.noneOf(Anomaly.class) : EnumSet.copyOf(passed);
        more.addAll(List.of(anomalies));
        return new Recipe(target, features, more, farLimit);
    }

    /** The same recipe, which refuses these anomalies, as all are by default. */
    public Recipe refuse(Anomaly... anomalies) {
        EnumSet<Anomaly> fewer = passed.isEmpty() ? EnumSet.noneOf(Anomaly.class) : EnumSet.copyOf(passed);
        fewer.removeAll(List.of(anomalies));
        return new Recipe(target, features, fewer, farLimit);
    }

    /**
     * The same recipe, for which a number is {@linkplain Anomaly#FAR_OUTSIDE_RANGE far outside} the range of the training
     * data when it's farther from it than so many times the range's width; by default 3.
     *
     * @param widths a number of at least 0
     */
    public Recipe farLimit(double widths) {
        if (!(widths >= 0 && widths < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a far limit of " + widths + " must be at least 0: 3 is the default");
        }
        return new Recipe(target, features, passed, widths);
    }

    /** The number of inputs that a network needs. */
    public int inputs() {
        return inputs;
    }

    /** The number of outputs that a network needs. */
    public int outputs() {
        return target.outputs();
    }

    /** The columns that a row must have, in the order of the inputs. */
    public List<String> columns() {
        return features.stream().map(Feature::column).toList();
    }

    /** A name for each input: {@code age}, {@code sex=female}, {@code age missing}. */
    public List<String> inputNames() {
        List<String> names = new ArrayList<>();
        for (Feature feature : features) {
            names.addAll(feature.valueNames());
            if (feature.missing() == MissingRule.INDICATE) {
                names.add(feature.column() + " missing");
            }
        }
        return names;
    }

    /** The target column. */
    public String target() {
        return target.column();
    }

    /** The names of the classes, label i being class i; none for a regression. */
    public List<String> classes() {
        return target instanceof Target.Classes classes ? classes.classes() : List.of();
    }

    /** Whether there are two classes for a single output. */
    public boolean isBinary() {
        return target instanceof Target.Classes classes && classes.isBinary();
    }

    /** The number of the target column that an output of a regression network means. */
    public double number(float output) {
        if (target instanceof Target.Numbers numbers) {
            return numbers.scale().invert(output);
        }
        throw new IllegalStateException("the target " + Names.quoted(target.column()) + " has classes, not numbers");
    }

    /**
     * The inputs of a row, by column name: numbers, texts, enum constants, and null where a value is missing. Columns that
     * the recipe doesn't have are ignored.
     *
     * @throws IllegalArgumentException if the row is refused
     */
    public float[] encode(Map<String, ?> row) {
        return encode(new MapRow(row), this::refuseOrPass);
    }

    /**
     * The inputs of a row that is an object.
     *
     * @throws IllegalArgumentException if the row is refused
     */
    public <R> float[] encode(R row, RowColumns<R> columns) {
        return encode(columns.row(row), this::refuseOrPass);
    }

    /**
     * The inputs of all rows of a table, [rows][inputs], row by row. Needs no target column.
     *
     * @throws IllegalArgumentException if a row is refused, with its line
     */
    public float[] encode(Table table) {
        return encode(table, this::refuseOrPass);
    }

    /**
     * The rows of a table as samples, their targets from the target column: labels for classes, scaled numbers for a
     * regression.
     *
     * @throws IllegalArgumentException if a row is refused, or its target is missing or a class that the training data
     *     doesn't have
     */
    public Dataset dataset(Table table) {
        float[] x = encode(table);
        Shape shape = Shape.of(inputs);
        return unnamed(table, x, shape).withInputNames(namesInMessages());
    }

    private Dataset unnamed(Table table, float[] x, Shape shape) {
        if (target instanceof Target.Numbers numbers) {
            return Dataset.of(x, shape, targets(table, numbers), 1);
        }
        Target.Classes classes = (Target.Classes) target;
        int[] labels = labels(table, classes);
        if (!classes.isBinary()) {
            return Dataset.ofLabels(x, shape, labels, classes.classes().size());
        }
        float[][] rows = new float[labels.length][inputs];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(x, row * inputs, rows[row], 0, inputs);
        }
        return Dataset.ofBinaryLabels(rows, labels);
    }

    /** The names of the inputs as messages say them: {@code column "age"}. */
    List<String> namesInMessages() {
        return inputNames().stream().map(name -> "column " + Names.quoted(name)).toList();
    }

    /**
     * The rows of a CSV file as samples that are read anew in each epoch, so that the file may be larger than memory: the
     * same samples as {@link #dataset}'s. A row that is refused ends the training.
     *
     * @throws IOException if it can't be read
     * @throws InvalidFileException if it isn't such a file
     */
    public SampleSource source(Path file, CsvFormat format) throws IOException {
        return CsvSource.of(this, file, format);
    }

    /** What is surprising in a row, a sentence each, whether it would be refused or pass. */
    public List<String> notices(Map<String, ?> row) {
        List<String> notices = new ArrayList<>();
        encode(new MapRow(row), (kind, sentence) -> notices.add(sentence));
        return notices;
    }

    /** As {@link #notices(Map)}, of a row that is an object. */
    public <R> List<String> notices(R row, RowColumns<R> columns) {
        List<String> notices = new ArrayList<>();
        encode(columns.row(row), (kind, sentence) -> notices.add(sentence));
        return notices;
    }

    /** As {@link #notices(Map)}, of all rows of a table. */
    public List<String> notices(Table table) {
        List<String> notices = new ArrayList<>();
        encode(table, (kind, sentence) -> notices.add(sentence));
        return notices;
    }

    private void refuseOrPass(Anomaly kind, String sentence) {
        if (!passed.contains(kind)) {
            throw new IllegalArgumentException(sentence + " (to let it pass: recipe.pass(Anomaly." + kind + "))");
        }
    }

    /** The inputs of a row; adds to {@code notices} what passed. */
    float[] encode(Row row, List<String> notices) {
        return encode(row, (kind, sentence) -> {
            refuseOrPass(kind, sentence);
            notices.add(sentence);
        });
    }

    /** Writes the inputs of a row to {@code x}, whose elements are zero there, from {@code first} on. */
    void encode(Row row, float[] x, int first) {
        encode(row, new Encoding(this::refuseOrPass, farLimit, x, first));
    }

    private float[] encode(Row row, AnomalyListener listener) {
        float[] x = new float[inputs];
        encode(row, new Encoding(listener, farLimit, x, 0));
        return x;
    }

    private float[] encode(Table table, AnomalyListener listener) {
        long size = (long) table.rows() * inputs;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(table.rows() + " rows of " + inputs
                    + " inputs are more than an array can hold: encode a part of the rows at a time");
        }
        float[] x = new float[(int) size];
        Encoding encoding = new Encoding(listener, farLimit, x, 0);
        for (int row = 0; row < table.rows(); row++) {
            encode(new TableRow(table, row), encoding);
        }
        return x;
    }

    /** Writes the inputs of a row behind those of the row before. */
    private void encode(Row row, Encoding encoding) {
        encoding.beginRow(row);
        for (Feature feature : features) {
            feature.encode(row.cell(feature.column()), row, encoding);
            encoding.advance(feature);
        }
    }

    private static float[] targets(Table table, Target.Numbers numbers) {
        float[] targets = new float[table.rows()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = numbers.target(new TableRow(table, row));
        }
        return targets;
    }

    private static int[] labels(Table table, Target.Classes classes) {
        Map<String, Integer> labelOf = classes.labels();
        int[] labels = new int[table.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = classes.label(new TableRow(table, row), labelOf);
        }
        return labels;
    }

    Target targetPlan() {
        return target;
    }

    List<Feature> features() {
        return features;
    }

    Set<Anomaly> passed() {
        return passed;
    }

    double farLimit() {
        return farLimit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipe recipe && RecipeWriter.write(this).equals(RecipeWriter.write(recipe));
    }

    @Override
    public int hashCode() {
        return RecipeWriter.write(this).hashCode();
    }

    /** A line for the target and one for each column: how it's encoded, and its range or categories. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                target instanceof Target.Classes classes
                        ? Names.quoted(target.column()) + ": "
                                + classes.classes().size() + " classes, " + Names.listed(classes.classes())
                        : Names.quoted(target.column()) + ": numbers, " + ((Target.Numbers) target).range());
        text.append(" from ").append(inputs).append(inputs == 1 ? " input\n" : " inputs\n");
        for (Feature feature : features) {
            text.append(Names.quoted(feature.column()))
                    .append(": ")
                    .append(feature.description())
                    .append('\n');
        }
        return Printable.lines(text.toString());
    }
}
