package dev.longhand.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a network predicts for one row: a class with its score, or a number. Immutable. */
public final class Prediction {

    private final Recipe recipe;
    private final float[] outputs;
    private final List<String> notices;

    /**
     * A prediction.
     *
     * @param outputs [outputs] of the recipe
     */
    Prediction(Recipe recipe, float[] outputs, List<String> notices) {
        this.recipe = recipe;
        this.outputs = outputs;
        this.notices = List.copyOf(notices);
    }

    /**
     * The class with the highest score.
     *
     * @throws IllegalStateException if this is a regression, or an output is NaN
     */
    public String category() {
        String best = "";
        double highest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> score : scores().entrySet()) {
            if (Double.isNaN(score.getValue())) {
                throw new IllegalStateException("the network gives NaN for " + Names.quoted(recipe.target()) + "="
                        + score.getKey() + ", so that no class is the best: train it again");
            }
            if (score.getValue() > highest) {
                best = score.getKey();
                highest = score.getValue();
            }
        }
        return best;
    }

    /**
     * The score of each class, in the order of the classes: the network's outputs, which are probabilities if its last
     * activation is softmax; for a single output a, 1 − a and a.
     *
     * @throws IllegalStateException if this is a regression
     */
    public Map<String, Double> scores() {
        List<String> classes = recipe.classes();
        if (classes.isEmpty()) {
            throw new IllegalStateException(
                    "the target " + Names.quoted(recipe.target()) + " has numbers, not classes: look at number()");
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        if (recipe.isBinary()) {
            scores.put(classes.get(0), 1 - (double) outputs[0]);
            scores.put(classes.get(1), (double) outputs[0]);
        } else {
            for (int i = 0; i < outputs.length; i++) {
                scores.put(classes.get(i), (double) outputs[i]);
            }
        }
        return scores;
    }

    /** The score of {@link #category}. */
    public double score() {
        return score(category());
    }

    /**
     * The score of a class.
     *
     * @throws IllegalArgumentException if there's no such class
     */
    public double score(String category) {
        Double score = scores().get(category);
        if (score == null) {
            throw new IllegalArgumentException("the target " + Names.quoted(recipe.target()) + " has no class "
                    + Names.quoted(category) + Names.instead(category, recipe.classes()));
        }
        return score;
    }

    /**
     * The predicted number, in the unit of the target column.
     *
     * @throws IllegalStateException if this isn't a regression
     */
    public double number() {
        return recipe.number(outputs[0]);
    }

    /** A copy of the network's outputs. */
    public float[] outputs() {
        return outputs.clone();
    }

    /** What was surprising in the row and passed, a sentence each. */
    public List<String> notices() {
        return notices;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prediction prediction
                && recipe.equals(prediction.recipe)
                && Arrays.equals(outputs, prediction.outputs)
                && notices.equals(prediction.notices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(outputs);
    }

    /** The class and its score, or the number: {@code setosa (0.98)}. */
    @Override
    public String toString() {
        return recipe.classes().isEmpty()
                ? Double.toString(number())
                : String.format(Locale.ROOT, "%s (%.2f)", category(), score());
    }
}
