package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Concatenation: the outputs of two or more layers are joined along the last dimension, [n][h][w][c₁]
 * and [n][h][w][c₂] to [n][h][w][c₁ + c₂]; all other dimensions must be the same. Name them with {@link
 * dev.longhand.From}. No parameters. Inception blocks join their branches this way (Szegedy et al., "Going deeper
 * with convolutions", 2015).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Concat {}
