package com.acme.flowers;

import java.util.List;
import java.util.Locale;

/** Names the species of an iris by four lengths in centimetres: {@code java -jar flowers.jar 6.0 2.2 5.0 1.5}. */
public final class NameFlower {

    /** In the order of the outputs, as the script that trained the network has them. */
    static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");

    private NameFlower() {}

    /** Prints the most probable species for the length and the width of a sepal, and of a petal. */
    public static void main(String[] lengths) {
        if (lengths.length != 4) {
            throw new IllegalArgumentException(
                    "A flower has four lengths, sepal length, sepal width, petal length and petal"
                            + " width, but there are " + lengths.length);
        }
        float[] flower = new float[4];
        for (int i = 0; i < flower.length; i++) {
            flower[i] = Float.parseFloat(lengths[i]);
        }
        float[] probabilities = FlowersModel.pretrained().predict(flower);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        System.out.printf(Locale.ROOT, "%s, probability %.4f%n", SPECIES.get(best), probabilities[best]);
    }
}
