package dev.longhand.table;

import dev.longhand.io.InvalidFileException;
import dev.longhand.io.PretrainedModel;
import dev.longhand.model.Model;
import dev.longhand.text.Printable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recipe in the weights of a pretrained model, or the reason why there is none, for the code that is generated for
 * {@code @Pretrained}. Immutable, so that one serves all threads.
 */
public final class PretrainedTable {

    private final @Nullable Recipe recipe;
    private final String failure;

    private PretrainedTable(@Nullable Recipe recipe, String failure) {
        this.recipe = recipe;
        this.failure = failure;
    }

    /**
     * The recipe of a pretrained model. It throws nothing if there is none: {@link #recipe} does.
     *
     * @param target the target column that its code was generated for
     * @param classes the names of the classes that its code was generated for; none for a regression
     */
    public static PretrainedTable of(PretrainedModel<?> pretrained, String target, List<String> classes) {
        try {
            String json = pretrained.metadata().get(Recipe.METADATA);
            if (json != null) {
                Recipe recipe = RecipeReader.read(json, pretrained.resource());
                if (recipe.target().equals(target) && recipe.classes().equals(classes)) {
                    TableModel.of(pretrained.model(), recipe);
                    return new PretrainedTable(recipe, "");
                }
            }
            return new PretrainedTable(
                    null,
                    Printable.of(pretrained.resource()) + " has another target or other classes than when "
                            + pretrained.model().info().name() + " was compiled with it: compile it again");
        } catch (InvalidFileException | IllegalStateException | IllegalArgumentException e) {
            return new PretrainedTable(null, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The recipe.
     *
     * @throws IllegalStateException if it couldn't be loaded
     */
    public Recipe recipe() {
        if (recipe == null) {
            throw new IllegalStateException(failure);
        }
        return recipe;
    }

    /** A model of the network with this recipe. */
    public TableModel with(Model model) {
        return TableModel.of(model, recipe());
    }

    /** The prediction of a model for a row; see {@link TableModel#predict(Map)}. */
    public Prediction predict(Model model, Map<String, ?> row) {
        return with(model).predict(row);
    }

    /** The prediction of a model for a row that is an object; see {@link TableModel#predict(Object, RowColumns)}. */
    public <R> Prediction predict(Model model, R row, RowColumns<R> columns) {
        return with(model).predict(row, columns);
    }
}
