package dev.longhand.processor.pretrained;

import java.util.List;
import java.util.Optional;

/**
 * What pretrained weights add to a model.
 *
 * @param resource the name of the resource, as in the declaration
 * @param classes the names of the classes; none if the file has no names, or the target is a number
 * @param constants the constants of an enum, one for each class, if their names allow one
 * @param givesProbabilities whether the outputs are probabilities
 * @param table the rows that are predicted, if there is a recipe
 */
public record PretrainedPlan(
        String resource,
        List<String> classes,
        Optional<List<String>> constants,
        boolean givesProbabilities,
        Optional<TablePlan> table) {

    public PretrainedPlan {
        classes = List.copyOf(classes);
        constants = constants.map(List::copyOf);
    }

    /**
     * The rows of a recipe.
     *
     * @param target the target column
     * @param columns the columns with their components of a record, none if their names don't allow one
     */
    public record TablePlan(String target, List<Column> columns) {

        public TablePlan {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column.
     *
     * @param name its name in the data
     * @param component its name in Java
     * @param isNumber whether its values are numbers, otherwise texts
     * @param isOptional whether a value may be missing
     */
    public record Column(String name, String component, boolean isNumber, boolean isOptional) {}
}
