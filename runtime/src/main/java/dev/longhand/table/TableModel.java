package dev.longhand.table;

import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network and the recipe of its inputs, which predicts rows by column name, and which one weights file holds. Any
 * number of threads may predict at once.
 *
 * <pre>{@code
 * TableModel flowers = TableModel.load(IrisModel.create(0), Path.of("iris.safetensors"));
 * String species = flowers.predict(Map.of("petal length", 1.4, "petal width", 0.2)).category();
 * }</pre>
 */
public final class TableModel {

    /** More than the bytes of the file that {@link Recipe#load(InputStream, String)} reads. */
    private static final int BEGINNING = (8 << 20) + 16;

    private final Model model;
    private final Recipe recipe;

    private TableModel(Model model, Recipe recipe) {
        this.model = model;
        this.recipe = recipe;
    }

    /**
     * A network with its recipe.
     *
     * @throws IllegalArgumentException if the network has other numbers of inputs or outputs than the recipe
     */
    public static TableModel of(Model model, Recipe recipe) {
        String misfit = misfit(model.info(), recipe);
        if (!misfit.isEmpty()) {
            throw new IllegalArgumentException(misfit);
        }
        return new TableModel(model, recipe);
    }

    /** Why a network doesn't fit a recipe; empty if it does. */
    private static String misfit(ModelInfo info, Recipe recipe) {
        int inputs = info.input().size();
        int outputs = info.output().size();
        if (inputs != recipe.inputs()) {
            return info.name() + " has " + inputs + " inputs, but the recipe gives " + recipe.inputs()
                    + ": write @Network(input = " + recipe.inputs() + ")";
        }
        if (outputs != recipe.outputs()) {
            return info.name() + " has " + outputs + " outputs, but the target " + Names.quoted(recipe.target())
                    + " needs " + recipe.outputs() + ": give the last layer " + recipe.outputs() + " units";
        }
        return "";
    }

    /**
     * Replaces a network's parameters by those of a file that {@link #save} wrote, and reads its recipe.
     *
     * @throws InvalidFileException if the file has no recipe, or it or the parameters aren't this network's; the network is
     *     unchanged then
     * @throws IOException if it can't be read; the network is unchanged then
     * @throws IllegalStateException if another thread is training the network, or it's shared
     */
    public static TableModel load(Model model, Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return load(model, in, file.toString());
        }
    }

    /**
     * As {@link #load(Model, Path)}, from a stream, such as that of a class-path resource. It's read to its end.
     *
     * @param name the stream's name in messages
     */
    public static TableModel load(Model model, InputStream in, String name) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(BEGINNING);
        Recipe recipe = Recipe.load(buffered, name);
        buffered.reset();
        String misfit = misfit(model.info(), recipe);
        if (!misfit.isEmpty()) {
            throw new InvalidFileException(name, "it isn't of this network: " + misfit);
        }
        Weights.load(model, buffered, name);
        return new TableModel(model, recipe);
    }

    /** Saves the network with its recipe in one file, as {@link Weights#save(Model, Path)} does. */
    public void save(Path file) throws IOException {
        Weights.save(model, file, recipe.metadata());
    }

    /** The network. */
    public Model model() {
        return model;
    }

    /** The recipe. */
    public Recipe recipe() {
        return recipe;
    }

    /**
     * The prediction for a row, by column name; see {@link Recipe#encode(Map)}.
     *
     * @throws IllegalArgumentException if the row is refused
     */
    public Prediction predict(Map<String, ?> row) {
        return predict(new MapRow(row));
    }

    /**
     * The prediction for a row that is an object.
     *
     * @throws IllegalArgumentException if the row is refused
     */
    public <R> Prediction predict(R row, RowColumns<R> columns) {
        return predict(columns.row(row));
    }

    private Prediction predict(Row row) {
        List<String> notices = new ArrayList<>();
        float[] x = recipe.encode(row, notices);
        return new Prediction(recipe, model.predict(x), notices);
    }

    /**
     * The predictions for the rows of a table, which needs no target column.
     *
     * @throws IllegalArgumentException if a row is refused
     */
    public List<Prediction> predict(Table table) {
        List<Prediction> predictions = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            predictions.add(predict(new TableRow(table, row)));
        }
        return predictions;
    }

    /** The network's title and the recipe. */
    @Override
    public String toString() {
        return model.info().title() + "\n" + recipe;
    }
}
